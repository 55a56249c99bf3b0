import { describe, expect, it, vi } from "vitest";
import { memoryStore } from "./store.ts";

describe("the store in memory", () => {
  it("gives back copies of what it keeps", async () => {
    const store = memoryStore();
    const payload = { uid: "u", nested: { n: 1 } };
    await store.upsert("a", payload, 60);
    payload.nested.n = 2;
    const found = await store.find("a");
    expect(found).toEqual({ uid: "u", nested: { n: 1 } });
    Object.assign(found ?? {}, { nested: undefined });
    expect(await store.find("a")).toEqual({ uid: "u", nested: { n: 1 } });
  });

  it("forgets what has expired", async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    await store.upsert("a", { uid: "u" }, 60);
    vi.advanceTimersByTime(59_000);
    expect(await store.findByUid("u")).toBeDefined();
    vi.advanceTimersByTime(1_000);
    expect(await store.find("a")).toBeUndefined();
    expect(await store.findByUid("u")).toBeUndefined();
    vi.useRealTimers();
  });

  it("follows a session to its new id and finds nothing under the old one", async () => {
    const store = memoryStore();
    await store.upsert("old", { uid: "u" }, 60);
    await store.upsert("new", { uid: "u", n: 2 }, 60);
    await store.destroy("old");
    expect(await store.findByUid("u")).toEqual({ uid: "u", n: 2 });
  });

  it("marks a code as used", async () => {
    const store = memoryStore();
    await store.upsert("code", {}, 60);
    await store.consume("code");
    await store.consume("no such code");
    expect((await store.find("code"))?.consumed).toBeGreaterThan(0);
  });

  it("revokes a grant's records of its own kind only", async () => {
    const codes = memoryStore();
    const tokens = memoryStore();
    await codes.upsert("c", { grantId: "g" }, 60);
    await codes.upsert("d", { grantId: "h" }, 60);
    await tokens.upsert("t", { grantId: "g" }, 60);
    await codes.revokeByGrantId("g");
    expect(await codes.find("c")).toBeUndefined();
    expect(await codes.find("d")).toBeDefined();
    expect(await tokens.find("t")).toBeDefined();
  });

  it("never holds more than its limit: the expired go first, then the oldest", async () => {
    vi.useFakeTimers();
    const store = memoryStore(3);
    await store.upsert("a", {}, 600);
    await store.upsert("short", {}, 1);
    await store.upsert("b", {}, 600);
    vi.advanceTimersByTime(2_000);
    await store.upsert("c", {}, 600);
    expect(await store.find("a")).toBeDefined();
    await store.upsert("d", {}, 600);
    expect(await store.find("a")).toBeUndefined();
    const left = await Promise.all(["b", "c", "d"].map((id) => store.find(id)));
    expect(left).not.toContain(undefined);
    vi.useRealTimers();
  });
});
