import { Input, Lines } from '../../parts/inputs.tsx';
import type { Field } from './schema-fields.ts';

type Values = Readonly<Record<string, string>>;

/** The fields of a body. */
export function SchemaForm({
  fields,
  values,
  onChange,
}: {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly onChange: (values: Record<string, string>) => void;
}) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

function OneField({
  field: { name, kind, choices, hint, isRequired },
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  if (kind === 'json') return <Lines label={`${name}, as JSON`} rows={3} value={value} onChange={onChange} />;
  if (kind === 'choice' || kind === 'boolean')
    return (
      <label className="field">
        <span>{name}</span>
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {!isRequired && <option value="">–</option>}
          {(kind === 'boolean' ? ['true', 'false'] : choices).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
    );
  const type = kind === 'number' ? 'number' : 'text';
  // Nothing is refused here: how the app refuses what is missing is worth a try.
  return (
    <Input
      label={isRequired ? `${name} (needed)` : name}
      hint={hint}
      type={type}
      value={value}
      onChange={onChange}
    />
  );
}
