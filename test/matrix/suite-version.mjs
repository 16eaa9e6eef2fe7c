/** The number of the suite's checks. It is raised when what they look at changes: measurements of different suites are not compared. */
export const SUITE_VERSION = 6;
