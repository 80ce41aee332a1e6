const INTERIM = /(?:^| )(?:delar(?:et|ets)?|delarsrapport(?:en)?|interim)(?: |$)/;

/** Whether a folded text names a delår, whose last day is configuration and not the calendar's. */
export const namesInterim = (folded: string): boolean => INTERIM.test(folded);
