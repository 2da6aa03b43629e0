import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Act } from '../../parts/act.tsx';
import { pretty } from '../../parts/code.tsx';

/** The event of a run, to be changed and run. */
export function EditEvent({
  event,
  run,
}: {
  readonly event: string;
  readonly run: (event: string) => Promise<unknown>;
}) {
  const [text, setText] = useState(() => pretty(event));
  const send = async () => {
    JSON.parse(text);
    await run(text);
  };
  return (
    <div className="edit-event">
      <TextField value={text} onChange={setText}>
        <Label>Event to run it with</Label>
        <TextArea rows={14} spellCheck="false" />
      </TextField>
      <Act kind="main" run={send}>
        Run with this event
      </Act>
    </div>
  );
}
