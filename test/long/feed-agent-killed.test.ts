// The same guarantee with large numbers; AGENT_DOCUMENTS and AGENT_KILLS set others.
process.env.AGENT_DOCUMENTS ??= "3000";
process.env.AGENT_KILLS ??= "40";
await import("../feed-agent/killed.test.ts");

export {};
