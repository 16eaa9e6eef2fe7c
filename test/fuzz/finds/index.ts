/** The programs that have found something, each in a file of that name. */
export const finds = ['pending-description', 'pending-replace-track', 'late-message', 'removed-track', 'stop-while-negotiating', 'stop-before-negotiating', 'close-while-checking', 'description-on-its-way'] as const;
