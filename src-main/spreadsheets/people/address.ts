import { meaningful } from './fields.ts';

export interface AddressParts {
  readonly settlement: string;
  readonly streetType: string;
  readonly street: string;
  readonly house: string;
  readonly building: string;
  readonly flat: string;
}

/** Adds «д.» unless the cell says it itself. */
const labelled = (label: string, text: string): string =>
  text === '' || /^\p{L}{1,4}\./u.test(text) ? text : `${label} ${text}`;

const streetWithType = (type: string, street: string): string => {
  if (street === '') return '';
  return type === '' || street.toLowerCase().startsWith(type.toLowerCase())
    ? street
    : `${type} ${street}`;
};

/** One line «г. Белый, ул. Мира, д. 15, кв. 3»; null when nothing is filled. */
export const addressLine = (whole: string, parts: AddressParts): string | null => {
  const pieces = [
    meaningful(parts.settlement),
    streetWithType(meaningful(parts.streetType), meaningful(parts.street)),
    labelled('д.', meaningful(parts.house)),
    labelled('корп.', meaningful(parts.building)),
    labelled('кв.', meaningful(parts.flat)),
  ].filter((piece) => piece !== '');
  return meaningful(whole) || pieces.join(', ') || null;
};
