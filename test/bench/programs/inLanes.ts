/** Does something with each id, so many at once, one after another in each lane. */
export async function inLanes(
  ids: readonly string[],
  lanes: number,
  act: (id: string) => Promise<unknown>,
): Promise<void> {
  const rest = ids.values();
  const lane = async () => {
    for (const id of rest) {
      await act(id);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
