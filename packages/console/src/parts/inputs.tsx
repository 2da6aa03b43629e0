import { Input as Field, Label, Text, TextArea, TextField } from 'react-aria-components';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly isRequired?: boolean;
}

/** A line of text, with what it takes. */
export function Input({
  label,
  hint,
  type = 'text',
  ...props
}: Props & { readonly type?: 'text' | 'number' }) {
  return (
    <TextField className="field" {...props} validationBehavior="native">
      <Label>
        {label}
        {props.isRequired && <span className="faint"> (needed)</span>}
      </Label>
      <Field type={type} step="any" spellCheck="false" autoComplete="off" />
      {hint && <Text slot="description">{hint}</Text>}
    </TextField>
  );
}

/** Several lines. */
export function Lines({ label, rows, ...props }: Props & { readonly rows: number }) {
  return (
    <TextField className="field" {...props}>
      <Label>{label}</Label>
      <TextArea rows={rows} spellCheck="false" />
    </TextField>
  );
}
