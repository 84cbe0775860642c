/** Sheet on which drawings and answers wait before they are given; no stage of a city bears this name. */
export const DRAWINGS_SHEET = '@drawings'
