import { type ReactNode, useRef } from 'react';

interface FileChoiceProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
  onChoose(file: File): Promise<void>;
}

/** A button that asks for a file. */
export function FileChoice({ className, children, onChoose }: FileChoiceProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => picker.current?.click()}>
        {children}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File to compare with"
        accept=".json,.jsonc,.yaml,.yml,.asl,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void onChoose(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
