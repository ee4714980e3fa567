import { expect, test } from "../support/server.ts";

test("the server says that it is well", async ({ request }) => {
  const answer = await request.get("/healthz");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("ok");
});
