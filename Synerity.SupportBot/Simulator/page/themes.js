// Light, dark and high contrast: the page's by CSS variables, the cards' by a host config.

const KEY = "simulator-theme";
const NAMES = ["default", "dark", "contrast"];

export function currentTheme() {
  const stored = localStorage.getItem(KEY);
  if (NAMES.includes(stored)) return stored;
  if (matchMedia("(forced-colors: active)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "default";
}

export function applyTheme(name = currentTheme()) {
  document.documentElement.dataset.theme = name;
}

export function nextTheme() {
  const next = NAMES[(NAMES.indexOf(currentTheme()) + 1) % NAMES.length];
  localStorage.setItem(KEY, next);
  applyTheme(next);
  return next;
}

const COLOURS = {
  default: {
    text: "#242424", subtle: "#616161", accent: "#4f52b2", good: "#0e700e", warning: "#8a4b08", attention: "#b10e1c",
    back: "#ffffff", emphasis: "#f5f5f5", line: "#d1d1d1",
    tints: { accent: "#e8ebfa", good: "#f1faf1", warning: "#fff9f5", attention: "#fdf3f4" },
  },
  dark: {
    text: "#ffffff", subtle: "#adadad", accent: "#a3a7f0", good: "#6fd66f", warning: "#faa06b", attention: "#f1929b",
    back: "#292929", emphasis: "#333333", line: "#525252",
    tints: { accent: "#2f2f4a", good: "#052505", warning: "#4a1e04", attention: "#3f1011" },
  },
  contrast: {
    text: "#ffffff", subtle: "#ffffff", accent: "#ffff01", good: "#3ff23f", warning: "#ffff01", attention: "#ff8080",
    back: "#000000", emphasis: "#000000", line: "#ffffff",
    tints: { accent: "#000000", good: "#000000", warning: "#000000", attention: "#000000" },
  },
};

export function hostConfig(theme) {
  const colours = COLOURS[theme];
  const pair = colour => ({ default: colour, subtle: colour });
  const foregroundColors = {
    default: { default: colours.text, subtle: colours.subtle }, dark: pair(colours.text), light: pair(colours.subtle),
    accent: pair(colours.accent), good: pair(colours.good), warning: pair(colours.warning), attention: pair(colours.attention),
  };
  const style = backgroundColor => ({ backgroundColor, borderColor: colours.line, foregroundColors });
  const label = { color: "default", size: "default", isSubtle: false, weight: "bolder" };
  return {
    fontFamily: "\"Segoe UI\", system-ui, -apple-system, \"Noto Sans\", sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    containerStyles: {
      default: style(colours.back), emphasis: style(colours.emphasis), accent: style(colours.tints.accent),
      good: style(colours.tints.good), warning: style(colours.tints.warning), attention: style(colours.tints.attention),
    },
    actions: {
      maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    },
    inputs: {
      label: { inputSpacing: "small", requiredInputs: { ...label, suffix: " *", suffixColor: "attention" }, optionalInputs: label },
      errorMessage: { color: "attention", size: "small", spacing: "small", weight: "default" },
    },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: "large", weight: "bolder", color: "default", isSubtle: false }, columnHeader: { weight: "bolder" } },
    factSet: {
      title: { weight: "bolder", size: "default", color: "default", isSubtle: false, wrap: true, maxWidth: 180 },
      value: { weight: "default", size: "default", color: "default", isSubtle: false, wrap: true },
      spacing: 12,
    },
    supportsInteractivity: true,
  };
}
