const CHECK_MS = 1000;

/** Ends this process soon after the one that started it is gone, however that went. */
export function endWithParent(): void {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) {
      process.exit(1);
    }
  };
  setInterval(check, CHECK_MS).unref();
}
