import styles from './Faces.module.css';

interface FacesProps {
  /** For screen readers: what the faces are of. */
  readonly legend: string;
  readonly faces: readonly string[];
  /** Index of the one that shows. */
  readonly shown: number;
  readonly onShow: (face: number) => void;
}

/** Which of a panel's faces shows. */
export function Faces({ legend, faces, shown, onShow }: FacesProps) {
  return (
    <fieldset className={styles.faces}>
      <legend className="visually-hidden">{legend}</legend>
      {faces.map((face, index) => (
        <button key={face} type="button" aria-pressed={index === shown} onClick={() => onShow(index)}>
          {face}
        </button>
      ))}
    </fieldset>
  );
}
