// Markdown as Teams reads it: bold, italic, lists and links; no HTML, headings, tables, pictures or code. Links are https only.

import MarkdownIt from "/sim/page/lib/markdown-it.esm.min.mjs";

const markdown = new MarkdownIt("default", { html: false, linkify: false, breaks: false })
  .disable(["heading", "lheading", "table", "code", "fence", "blockquote", "hr", "image", "autolink", "backticks", "reference"]);
markdown.validateLink = url => /^https:\/\//i.test(url);
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index].attrSet("target", "_blank");
  tokens[index].attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

/** A lone carriage return is a line break in a card. */
export const toHtml = text => markdown.render(text.replace(/\r(?!\n)/g, "  \n"));
