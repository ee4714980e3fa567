/** The accounts of the demo. */
export type Login = "coordinator" | "manager-krn" | "manager-obr" | "manager-sid" | "dragojla" | "f-obr" | "donor";

/** The password of all of them. */
export const password = "demo-radionica-2021";

/** The aliases of the demo's participants and the names of its staff: none may stand in an export. */
export const names = [
  "Zahra", "Fatima", "Maryam", "Laila", "Shirin", "Hanan", "Nasrin", "Rania", "Roya", "Amina", "Nour",
  "Azar", "Bilal", "Mohamed",
  "Dragojla", "Ocokoljić", "Manager,", "Coordinator",
  // The codes of accounts are for the centre's own pages.
  "F-KRN-1", "F-OBR-1", "M-KRN-1", "M-OBR-1", "M-SID-1",
];

/** Those of `names` that stand in a text, in any case. */
export function namesIn(text: string): string[] {
  const small = text.toLowerCase();
  return names.filter((name) => small.includes(name.toLowerCase()));
}
