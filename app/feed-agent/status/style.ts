import { Html } from "./html.ts";

/** One page, used on an office machine and sometimes on a telephone. */
export const STYLE = new Html(`
:root{color-scheme:light dark}
body{font:17px/1.5 system-ui,"Segoe UI",sans-serif;margin:0;color:#14231f;background:#fff}
header,main{max-width:960px;margin:0 auto;padding:12px 16px}
header{display:flex;gap:16px;align-items:baseline;justify-content:space-between;flex-wrap:wrap}
h1{font-size:24px;margin:0}h2{font-size:20px;margin:28px 0 8px}h3{font-size:17px;margin:0;overflow-wrap:anywhere}
article{border:1px solid #d5ddd9;border-left:6px solid #0b6b4f;border-radius:8px;padding:10px 14px;margin:10px 0}
article.refused{border-left-color:#a3241b}article.partly_accepted,article.waiting{border-left-color:#8a5a00}
.bad{color:#a3241b;background:#fdecea;border-radius:8px;padding:8px 12px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{border:1px solid #d5ddd9;padding:2px 10px;text-align:right}th{text-align:left}
input,button{font:inherit;min-height:44px;padding:4px 12px;border:1px solid #5c6b66;border-radius:8px;box-sizing:border-box;max-width:100%}
label{display:block}button{background:#0b6b4f;color:#fff;border-color:#0b6b4f;cursor:pointer}
:focus-visible{outline:3px solid #0b6b4f;outline-offset:2px}a{color:#0b6b4f}
@media (prefers-color-scheme:dark){body{color:#e8efec;background:#101a17}a{color:#7fd6b8}.bad{color:#ffb4ac;background:#3a1512}}
`);
