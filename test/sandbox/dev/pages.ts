/** Source (from the project's folder) that Vite gives to the portal anew by itself; for the rest the process starts again. */
export const isPage = (file: string): boolean =>
  /^app[\\/](ui|i18n|root\.tsx|entry\.|routes[\\/](auth|citizen|operator|public)[\\/])/.test(file);
