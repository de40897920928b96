/** The limit that check_governance sets on governance_context, in characters. */
export const longestToken = 4096
