/** Plain text whose addresses can be followed. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <p className="mail-text">
      {piecesOf(text).map(({ at, piece, isLink }) =>
        isLink ? (
          <a key={at} href={piece} target="_blank" rel="noreferrer">
            {piece}
          </a>
        ) : (
          <span key={at}>{piece}</span>
        ),
      )}
    </p>
  );
}

/** Only `http` and `https`: an address of another scheme could run something. */
function piecesOf(text: string) {
  let at = 0;
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((piece, index) => {
    const begin = at;
    at += piece.length;
    return { at: begin, piece, isLink: index % 2 === 1 };
  });
}
