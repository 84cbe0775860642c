/** Place-holder of the city's emblem: a lighthouse over the waves. Own drawing. */
export function Emblem() {
  return (
    <svg className="emblem" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="22.5" className="emblem-ring" />
      <path
        className="emblem-fill"
        d="M21 16h6l2 17H19l2-17Zm-1.5-4h9v3h-9v-3Zm2-3.500L24 6.500l2.5 2v3h-5v-3Z"
      />
      <path
        className="emblem-line"
        d="M29.5 11.5 38 8.500M29.5 14l8 1.500M18.5 11.5 10 8.500M18.5 14l-8 1.5"
      />
      <path
        className="emblem-line"
        d="M6 33.500c3 0 3-2 6-2s3 2 6 2 3-2 6-2 3 2 6 2 3-2 6-2 3 2 6 2M9 38.500c2.5 0 2.5-2 5-2s2.5 2 5 2 2.5-2 5-2 2.5 2 5 2 2.5-2 5-2 2.5 2 5 2"
      />
    </svg>
  )
}

/** The bay behind the search box of the home page: bridge, hills, a lighthouse, a sail. Own drawing, pure decoration. */
export function Bay() {
  return (
    <svg className="bay" viewBox="0 0 640 150" aria-hidden="true" focusable="false">
      <path
        className="bay-hill"
        d="M0 150c40-60 74-72 112-54 30-30 66-36 104-6 24-14 50-16 76 0 40-36 92-40 132-4 30-16 62-14 88 6 40-22 84-20 128 12v46H0Z"
      />
      <path
        className="bay-line"
        d="M150 112h340M220 112V46M228 112V46M412 112V46M420 112V46M220 58h8M412 58h8M220 82h8M412 82h8"
      />
      <path
        className="bay-line"
        d="M150 110C180 92 206 66 224 48c36 44 156 44 192 0 18 18 44 44 74 62M256 78v34M288 88v24M320 91v21M352 88v24M384 78v34"
      />
      <path
        className="bay-line"
        d="M566 112l4-44h12l4 44M567 68h18M571 68v-9h10v9M576 59v-6M590 60l16-5M562 60l-16-5"
      />
      <path className="bay-line" d="M70 108h40l-8 9H78l-8-9ZM88 108V70l20 32H88M84 104V80L70 102h14" />
      <path
        className="bay-line"
        d="M0 128c13 0 13-6 26-6s13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6 13-6 26-6 13 6 26 6"
      />
    </svg>
  )
}
