import { AmountField } from './AmountField';
import { DynamicWordsField } from './DynamicWordsField';
import { PathField } from './ExpressionField';
import { SelectField } from './SelectField';
import type { FieldSpec } from './spec';
import { TemplateField } from './TemplateField';
import { WordsField } from './WordsField';

/** The control that a field's spec asks for. */
export function SpecField({ spec }: { readonly spec: FieldSpec }) {
  switch (spec.kind) {
    case 'words':
      return <WordsField {...spec} />;
    case 'dynamicWords':
      return <DynamicWordsField {...spec} />;
    case 'amount':
      return <AmountField {...spec} />;
    case 'path':
      return <PathField {...spec} />;
    case 'template':
      return <TemplateField {...spec} />;
    case 'select':
      return <SelectField {...spec} />;
  }
}

export function SpecFields({ specs }: { readonly specs: readonly FieldSpec[] }) {
  return specs.map((spec) => <SpecField key={spec.at} spec={spec} />);
}
