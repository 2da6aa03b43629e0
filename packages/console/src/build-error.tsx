import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { shown } from './live/session.ts';
import { PlaceText } from './parts/place.tsx';
import type { Problem } from './shown.ts';

/** Over all: the app's source is broken, so what is seen below is older than it. Goes by itself with the next good build. */
export function BuildError() {
  const problems = shown.use()?.problems ?? NONE;
  const [hidden, setHidden] = useState<readonly Problem[]>(NONE);
  const isOpen = problems.length > 0 && hidden !== problems;
  return (
    <>
      {problems.length > 0 && hidden === problems && (
        <Button className="broken-strip" onPress={() => setHidden(NONE)}>
          The app does not build: show why
        </Button>
      )}
      <ModalOverlay
        className="overlay"
        isOpen={isOpen}
        onOpenChange={() => setHidden(problems)}
        isDismissable
      >
        <Modal className="modal">
          <Dialog className="broken" role="alertdialog">
            <Heading slot="title">The app does not build</Heading>
            <p className="says">
              Mend it and save: this goes by itself. Until then requests wait or are refused.
            </p>
            <ul className="problems">
              {problems.map((problem) => (
                <ProblemText key={JSON.stringify(problem)} problem={problem} />
              ))}
            </ul>
            <Button className="button" onPress={() => setHidden(problems)}>
              Look at the app as it was
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

const NONE: readonly Problem[] = [];

function ProblemText({ problem: { code, message, place, remedy } }: { readonly problem: Problem }) {
  return (
    <li>
      <p className="problem-message">{message}</p>
      <p>
        <PlaceText place={place} /> <code className="faint">{code}</code>
      </p>
      <p>{remedy}</p>
    </li>
  );
}
