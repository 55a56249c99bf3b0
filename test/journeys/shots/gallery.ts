import fs from "node:fs";
import path from "node:path";
import type { SceneGroup } from "./scene.ts";
import type { Picture } from "./take.ts";

interface Gallery {
  groups: SceneGroup[];
  pictures: Picture[];
  missing: string[];
  seconds: number;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Writes the page that shows all pictures; it filters without script, by what is ticked. */
export function writeGallery(folder: string, gallery: Gallery): void {
  const style = fs.readFileSync(path.join(import.meta.dirname, "gallery.css"), "utf8");
  const { groups, pictures, missing, seconds } = gallery;
  const wrong = pictures.filter((picture) => picture.wrong.length > 0);
  const made = new Date().toISOString().slice(0, 16).replace("T", " ");
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sổ Khỏe in pictures</title><style>${style}</style>
<header><h1>Sổ Khỏe in pictures</h1><p>${pictures.length} pictures of ${count(groups)} scenes, ${made} UTC, in ${seconds} s</p>
${choices()}<nav>${groups.map(({ title }) => `<a href="#${slug(title)}">${escaped(title)}</a>`).join(" ")}</nav></header>
<main>${problems(wrong, missing)}${groups.map((group) => section(group, pictures, folder)).join("")}</main></html>`;
  fs.writeFileSync(path.join(folder, "index.html"), html);
}

const count = (groups: SceneGroup[]) => groups.reduce((n, { scenes }) => n + scenes.length, 0);
const slug = (title: string) => title.toLowerCase().replace(/\W+/g, "-");

function choices(): string {
  const choice = (id: string, label: string, checked: boolean) =>
    `<label><input type="checkbox" id="${id}"${checked ? " checked" : ""}>${label}</label>`;
  return `<form class="choices">${[
    choice("w360", "360 px", true),
    choice("w1280", "1280 px", true),
    choice("vi", "Vietnamese", true),
    choice("en", "English", false),
    choice("script", "with script", true),
    choice("no-script", "without script", false),
    choice("wrong", "only what is wrong", false),
  ].join("")}</form>`;
}

function problems(wrong: Picture[], missing: string[]): string {
  if (wrong.length === 0 && missing.length === 0) return `<p class="fine">✓ Nothing wrong was noticed.</p>`;
  const lines = [
    ...missing.map((page) => `<li><code>${escaped(page)}</code> has no scene</li>`),
    ...wrong.map(
      ({ file, scene, wrong: what }) => `<li><a href="#${scene.id}">${file}</a>: ${escaped(what.join("; "))}</li>`,
    ),
  ];
  return `<section class="problems"><h2>${lines.length} ✗</h2><ul>${lines.join("")}</ul></section>`;
}

function section({ title, scenes }: SceneGroup, pictures: Picture[], folder: string): string {
  const shown = scenes.map((scene) => {
    const own = pictures.filter((picture) => picture.scene === scene);
    const address = own[0]?.url.replace(/^https?:\/\/[^/]+(?=\/)/, "") ?? "";
    return `<article id="${scene.id}"><h3><a href="#${scene.id}">${escaped(scene.title)}</a></h3>
<p>${escaped(scene.who.name)} · <code>${escaped(address)}</code></p><div>${own.map((one) => figure(one, own, folder)).join("")}</div></article>`;
  });
  return `<section id="${slug(title)}"><h2>${escaped(title)} <small>${scenes.length}</small></h2>${shown.join("")}</section>`;
}

function figure(picture: Picture, all: Picture[], folder: string): string {
  const { file, width, locale, script, scene, wrong } = picture;
  const twin = all.find((one) => one.script !== script && one.width === width && one.locale === locale);
  const alike = !script && twin && same(path.join(folder, file), path.join(folder, twin.file)) ? ", same picture" : "";
  const look = scene.print ? "paper" : `${width} px`;
  const words = `${look}, ${locale}, ${script ? "script" : `no script${alike}`}`;
  const data = `data-width="${scene.print ? "" : width}" data-locale="${locale}" data-script="${script}"`;
  return `<figure ${data}${wrong.length > 0 ? ' class="wrong"' : ""}><a href="${file}" target="_blank">
<img src="${file}" loading="lazy" alt="${escaped(scene.title)}, ${words}"></a><figcaption>${words}${wrong.map((what) => `<b>${escaped(what)}</b>`).join("")}</figcaption></figure>`;
}

const same = (one: string, other: string) => fs.readFileSync(one).equals(fs.readFileSync(other));
