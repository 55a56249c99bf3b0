import type { Page } from "playwright-core";

/** A node of Chromium's accessibility tree, as far as it is read out. */
interface Node {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value: unknown } }[];
}

/** Regions and pieces a screen reader names before what is in them. */
const REGIONS: Readonly<Record<string, string>> = {
  banner: "đầu trang",
  navigation: "vùng điều hướng",
  main: "nội dung chính",
  contentinfo: "cuối trang",
  complementary: "vùng phụ",
  region: "vùng",
  form: "biểu mẫu",
  list: "danh sách",
  DescriptionList: "từng mục",
  table: "bảng",
  group: "nhóm",
  radiogroup: "nhóm lựa chọn",
  dialog: "hộp thoại",
  alert: "thông báo",
  time: "",
  term: "",
  definition: "",
};

/** Pieces that are read with their name at once, what is inside being their name. */
const WHOLE: Readonly<Record<string, string>> = {
  link: "liên kết",
  button: "nút",
  DisclosureTriangle: "nút mở ra",
  textbox: "ô nhập",
  searchbox: "ô tìm",
  combobox: "ô chọn",
  checkbox: "ô đánh dấu",
  radio: "lựa chọn",
  image: "hình",
  img: "hình",
  heading: "tiêu đề",
};

/** What is laid out in rows is read a row to a line. */
const ROW = new Set(["row", "LayoutTableRow"]);

/** What a screen reader says of a page (or a part), line after line, as Chromium gives it to one. */
export async function readAloud(page: Page, part?: "main"): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as { nodes: Node[] };
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = part ? nodes.find((node) => node.role?.value === part) : nodes[0];
  return root ? lines(root, byId, 0) : [];
}

type Tree = ReadonlyMap<string, Node>;

const childrenOf = (node: Node, tree: Tree): Node[] => (node.childIds ?? []).flatMap((id) => tree.get(id) ?? []);
const roleOf = (node: Node): string => (node.ignored ? "ignored" : (node.role?.value ?? ""));
const nameOf = (node: Node): string => (node.name?.value ?? "").replace(/\s+/g, " ").trim();
const property = (node: Node, name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value;

function lines(node: Node, tree: Tree, depth: number): string[] {
  const role = roleOf(node);
  const said = (words: string) => [`${"  ".repeat(depth)}${words}`];
  if (role === "StaticText") return nameOf(node) ? said(nameOf(node)) : [];
  if (role in WHOLE) return said([WHOLE[role], ...detailsOf(node)].join(" "));
  const children = childrenOf(node, tree);
  if (ROW.has(role)) return said(`| ${children.flatMap((cell) => textOf(cell, tree) || []).join(" | ")}`);
  if (role === "paragraph" || role === "listitem") return paragraph(node, tree, depth);
  const region = REGIONS[role];
  // Text that nothing interrupts is heard as one, whatever boxes it lies in.
  if (region === undefined && children.length > 0 && !holdsMore(node, tree)) return paragraph(node, tree, depth);
  const inner = (at: number) => children.flatMap((child) => lines(child, tree, at));
  if (!region) return inner(depth);
  const count = role === "list" ? ` ${children.filter((child) => roleOf(child) === "listitem").length} mục` : "";
  return [...said(`${region}${count}${nameOf(node) ? `: ${nameOf(node)}` : ""}`), ...inner(depth + 1)];
}

/** A paragraph or entry: its text in one line where nothing in it can be pressed, else piece by piece. */
function paragraph(node: Node, tree: Tree, depth: number): string[] {
  const mark = roleOf(node) === "listitem" ? "• " : "";
  if (!holdsMore(node, tree)) {
    const text = textOf(node, tree);
    return text ? [`${"  ".repeat(depth)}${mark}${text}`] : [];
  }
  const inner = childrenOf(node, tree).flatMap((child) => lines(child, tree, depth + (mark ? 1 : 0)));
  const [first = "", ...rest] = inner;
  return mark ? [`${"  ".repeat(depth)}${mark}${first.trim()}`, ...rest] : inner;
}

const holdsMore = (node: Node, tree: Tree): boolean =>
  childrenOf(node, tree).some((child) => {
    const role = roleOf(child);
    return role in WHOLE || role === "paragraph" || REGIONS[role] || ROW.has(role) || holdsMore(child, tree);
  });

function textOf(node: Node, tree: Tree): string {
  const role = roleOf(node);
  if (role === "StaticText") return nameOf(node);
  if (role in WHOLE) return [WHOLE[role], ...detailsOf(node)].join(" ");
  if (role === "ListMarker") return "";
  return childrenOf(node, tree)
    .map((child) => textOf(child, tree))
    .filter(Boolean)
    .join(" ")
    .replace(/\s+([,.;:?)])/g, "$1")
    .replace(/\(\s+/g, "(");
}

/** Level, name, state, what was typed, what is told besides. */
function detailsOf(node: Node): string[] {
  const level = property(node, "level");
  const expanded = property(node, "expanded");
  return [
    level === undefined || roleOf(node) !== "heading" ? "" : `cấp ${level}:`,
    nameOf(node) || "(không tên)",
    node.value?.value ? `“${node.value.value}”` : "",
    expanded === undefined ? "" : expanded ? "(đang mở)" : "(đang đóng)",
    property(node, "checked") === "true" ? "(đã chọn)" : "",
    property(node, "required") === true ? "(bắt buộc)" : "",
    property(node, "invalid") === "true" ? "(sai)" : "",
    node.description?.value ? `– ${node.description.value}` : "",
  ].filter(Boolean);
}

const DAY = "__/__/____";

/** The same words on every day: dates, weekdays, times and what is counted from today stand as blanks. */
export const everyDay = (text: string): string =>
  text
    .replace(/\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, DAY)
    .replace(/\b\d{1,2}\/\d{4}\b/g, "__/____")
    .replace(/\b\d{1,2}(\/\d{1,2})?( ?– ?__\/__\/____)/g, DAY)
    .replace(new RegExp(`${DAY} – ${DAY}`, "g"), DAY)
    .replace(/\b\d{1,2}:\d{2}\b/g, "__:__")
    .replace(/(Thứ (hai|ba|tư|năm|sáu|bảy)|Chủ nhật),? (\d\d\/\d\d|__\/__\/____)/gi, DAY)
    .replace(/__:__ hôm (nay|qua)/g, `__:__ ${DAY}`)
    .replace(/Hôm (nay|qua), /g, "")
    .replace(/· (19|20)\d\d$/gm, "· ____")
    .replace(/\b\d+ tuổi/g, "__ tuổi")
    .replace(/quá \d+ (ngày|giờ)/g, "quá __ $1")
    .replace(/\b\d+ (lượt|dòng|lần), lúc [^\n]*/g, "__ $1")
    .replace(/\b\d+ (lượt|dòng nhật ký)/g, "__ $1");
