/** Steps after the first one, as the address names them. */
export const registerSteps = ['nguoi-dang-ky', 'da-gui'] as const;

export type RegisterStep = (typeof registerSteps)[number];
