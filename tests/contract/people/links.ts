/** What a usual mother's link answers. */
export const motherLink = {
  relation: 'mother',
  relationName: 'мать',
  basis: null,
  livesApart: false,
  afterMajority: false,
  represents: true,
  inDoubt: false,
};
