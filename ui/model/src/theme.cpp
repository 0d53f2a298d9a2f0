#include "ui_model/theme.h"

#include <QPalette>
#include <cmath>

namespace loopline::ui {

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// `share` of `top` over `ground`.
QColor mix(const QColor& top, const QColor& ground, double share) {
  const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
  return {part(top.red(), ground.red()), part(top.green(), ground.green()), part(top.blue(), ground.blue())};
}

/// The nearest to `color`, on the way to `towards`, that has `least` contrast on every ground.
QColor readable(const QColor& color, const QColor& towards, std::initializer_list<QColor> grounds, double least) {
  for (int step = 0; step < 40; ++step) {
    const QColor tried = mix(towards, color, step / 40.0);
    bool enough = true;
    for (const QColor& ground : grounds) enough = enough && contrast(tried, ground) >= least;
    if (enough) return tried;
  }
  return towards;
}

const QColor kInk("#0b0f14");
const QColor kPaper("#ffffff");

QColor onFill(const QColor& fill) { return contrast(kPaper, fill) >= 4.5 ? kPaper : kInk; }

TaskColors taskColors(const QColor& hue, const Theme& theme, bool second) {
  const bool dark = theme.kind == ThemeKind::dark || theme.kind == ThemeKind::contrast;
  const QColor strong = dark ? kPaper : kInk;
  TaskColors colors;
  colors.fill = hue;
  colors.fillText = onFill(hue);
  // Towards the surface as far as the text on it stays legible.
  for (double share = dark ? 0.66 : 0.7; share <= 1.0; share += 0.02) {
    colors.deeper = mix(hue, theme.surface, share);
    colors.deeperText = onFill(colors.deeper);
    if (contrast(colors.deeperText, colors.deeper) >= 4.5) break;
  }
  colors.tint = mix(hue, theme.surface, dark ? 0.15 : 0.10);
  colors.ready = mix(hue, theme.surface, dark ? 0.22 : 0.17);
  colors.tintText = readable(hue, strong, {colors.tint, colors.ready, theme.surface}, 4.6);
  colors.line = readable(hue, strong, {theme.surface, theme.window}, 3.0);
  colors.secondPattern = second;
  return colors;
}

void setLight(Theme& t) {
  t.window = "#f6f7f9";
  t.surface = "#ffffff";
  t.border = "#dfe3e8";
  t.text = "#1d2430";
  t.quietText = "#5a6573";
  t.accent = "#1f4fa3";
  t.button = "#1f4fa3";
  t.buttonText = "#ffffff";
  t.hover = "#eef1f5";
  t.selected = "#e3ebf8";
  t.focus = "#1f4fa3";
  t.currentLine = "#fff3cf";
  t.currentLineMark = "#c98a00";
  t.suspendedLine = "#eef3fa";
  t.suspendedLineMark = "#7d99c4";
  t.cue = "#fff8e1";
  t.cueText = "#5c4708";
  t.nowBox = "#eef4ff";
  t.nowBoxBorder = "#bcd0f2";
  t.alertBox = "#fdeee4";
  t.alertBoxBorder = "#d55e00";
  t.alertText = "#7c3600";
  t.hintBox = "#fffaeb";
  t.hintBoxBorder = "#e0cd8f";
  t.hintText = "#5c4708";
  t.console = "#10151c";
  t.consoleBorder = "#10151c";
  t.consoleText = "#e8edf3";
  t.consoleQuiet = "#93a0af";
  t.consoleError = "#ffab91";
  t.success = "#0f7a4d";
  t.failure = "#b3261e";
  t.warning = "#8a5a00";
  t.scrubber = "#7fa3dd";
  t.scrubberAhead = "#c9d2de";
  t.keyword = "#8722a8";
  t.string = "#0f7437";
  t.number = "#b0430b";
  t.function = "#1b4fc4";
  t.comment = "#5f6b78";
  t.lineNumber = "#6b7684";
  t.loopTurn = "#c3cbd5";
  t.loopTurnText = "#1d2430";
  t.loopIdle = "#f7f8fa";
  t.loopIdleHatch = "#dde2e8";
  t.loopIdleText = "#566170";
  t.loopLine = "#7f8b99";
  t.blocking = "#d55e00";
  t.blockingHatch = "#a84600";
  t.blockingText = "#8f3e00";
  t.late = "#fdeee4";
  t.grid = "#eceff3";
  t.axis = "#7f8b99";
  t.axisInstant = "#4a5463";
  t.flow = "#3d4857";
  t.flowQuiet = "#97a2b0";
  t.playhead = "#c2185b";
  t.playheadText = "#ffffff";
  t.band = "#fafbfc";
}

void setDark(Theme& t) {
  t.window = "#0f141a";
  t.surface = "#161c24";
  t.border = "#2a323d";
  t.text = "#e4e9ef";
  t.quietText = "#93a0af";
  t.accent = "#8fb4ff";
  t.button = "#2f66c4";
  t.buttonText = "#ffffff";
  t.hover = "#1f2732";
  t.selected = "#20345a";
  t.focus = "#8fb4ff";
  t.currentLine = "#3a3113";
  t.currentLineMark = "#e0a92e";
  t.suspendedLine = "#1b2634";
  t.suspendedLineMark = "#6d88b3";
  t.cue = "#2a2512";
  t.cueText = "#f0dca0";
  t.nowBox = "#182742";
  t.nowBoxBorder = "#35528a";
  t.alertBox = "#35201a";
  t.alertBoxBorder = "#d55e00";
  t.alertText = "#ffb894";
  t.hintBox = "#22200f";
  t.hintBoxBorder = "#6a6030";
  t.hintText = "#eadc9c";
  t.console = "#05080b";
  t.consoleBorder = "#2a323d";
  t.consoleText = "#e4e9ef";
  t.consoleQuiet = "#93a0af";
  t.consoleError = "#ffab91";
  t.success = "#4cc38a";
  t.failure = "#ff8a80";
  t.warning = "#e5b84f";
  t.scrubber = "#7fa3dd";
  t.scrubberAhead = "#38424f";
  t.keyword = "#d2a0f0";
  t.string = "#8fd694";
  t.number = "#f5a97f";
  t.function = "#8fb4ff";
  t.comment = "#8f9cab";
  t.lineNumber = "#7f8c9b";
  t.loopTurn = "#4b5665";
  t.loopTurnText = "#f1f4f7";
  t.loopIdle = "#1a212a";
  t.loopIdleHatch = "#2b343f";
  t.loopIdleText = "#9aa6b4";
  t.loopLine = "#76828f";
  t.blocking = "#d55e00";
  t.blockingHatch = "#ff9a4d";
  t.blockingText = "#ffb27a";
  t.late = "#35201a";
  t.grid = "#1e2630";
  t.axis = "#76828f";
  t.axisInstant = "#b3bdc9";
  t.flow = "#c3ccd6";
  t.flowQuiet = "#5f6b79";
  t.playhead = "#cb2164";  // a touch lighter: #c2185b has 2.9:1 here
  t.playheadText = "#ffffff";
  t.band = "#131920";
}

// Ink on white: what is dark on screen is drawn light, and greys stay apart when nothing is coloured.
void setPrint(Theme& t) {
  setLight(t);
  t.window = "#ffffff";
  t.band = "#ffffff";
  t.border = "#9aa3ad";
  t.text = "#000000";
  t.quietText = "#40474f";
  t.console = "#ffffff";
  t.consoleBorder = "#20262d";
  t.consoleText = "#000000";
  t.consoleQuiet = "#40474f";
  t.consoleError = "#7d1a14";
  t.loopIdle = "#ffffff";
  t.loopIdleHatch = "#b9c0c9";
  t.loopIdleText = "#30363d";
  t.late = "#ffffff";
  t.grid = "#e3e6ea";
  t.axis = "#40474f";
  t.axisInstant = "#000000";
  t.flow = "#000000";
  t.flowQuiet = "#6d7680";
}

// White on black, edges that are seen, one yellow for what has the keyboard.
void setContrast(Theme& t) {
  setDark(t);
  t.window = t.surface = t.band = t.console = t.loopIdle = "#000000";
  t.nowBox = t.cue = t.hintBox = t.alertBox = t.late = "#000000";
  t.border = t.consoleBorder = t.nowBoxBorder = t.hintBoxBorder = "#c8c8c8";
  t.text = t.cueText = t.hintText = t.consoleText = "#ffffff";
  t.quietText = t.consoleQuiet = t.loopIdleText = t.lineNumber = t.comment = "#e2e2e2";
  t.accent = t.focus = t.suspendedLineMark = "#ffe14d";
  t.currentLineMark = "#ffe14d";
  t.button = "#ffe14d";
  t.buttonText = "#000000";
  t.hover = "#262626";
  t.selected = "#003a78";
  t.currentLine = "#4a3d00";
  t.suspendedLine = "#10243f";
  t.alertText = "#ffc9a6";
  t.blockingText = "#ffc9a6";
  t.success = "#6ff0ae";
  t.failure = "#ffb0a8";
  t.warning = "#ffd97a";
  t.keyword = "#e9c4ff";
  t.string = "#b5f5b9";
  t.number = "#ffcba8";
  t.function = "#b9d2ff";
  t.loopTurn = "#6b6b6b";
  t.loopTurnText = "#ffffff";
  t.loopIdleHatch = "#6b6b6b";
  t.loopLine = t.axis = "#e2e2e2";
  t.axisInstant = t.flow = "#ffffff";
  t.flowQuiet = "#b4b4b4";
  t.scrubber = "#9cc0ff";
  t.scrubberAhead = "#6b6b6b";
  t.playhead = "#ff4f9a";
  t.playheadText = "#000000";
}

}  // namespace

Theme makeTheme(ThemeKind kind) {
  Theme theme;
  theme.kind = kind;
  switch (kind) {
    case ThemeKind::light: setLight(theme); break;
    case ThemeKind::dark: setDark(theme); break;
    case ThemeKind::print: setPrint(theme); break;
    case ThemeKind::contrast: setContrast(theme); break;
  }
  theme.hues = {"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#B59F00", "#7A5195"};
  for (const bool second : {false, true}) {
    for (const QColor& hue : theme.hues) theme.m_tasks.push_back(taskColors(hue, theme, second));
  }
  return theme;
}

double contrast(const QColor& a, const QColor& b) {
  const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
  return first > second ? first / second : second / first;
}

const Theme& Theme::of(ThemeKind kind) {
  static const std::array themes{makeTheme(ThemeKind::light), makeTheme(ThemeKind::dark), makeTheme(ThemeKind::print),
                                 makeTheme(ThemeKind::contrast)};
  return themes[static_cast<std::size_t>(kind)];
}

std::vector<Theme::Pair> Theme::pairs() const {
  constexpr double kText = 4.5, kShape = 3.0;
  std::vector<Pair> pairs;
  for (const QColor& ground : {window, surface, hover, selected, band}) pairs.push_back({"text", text, ground, kText});
  for (const QColor& ground : {window, surface, band}) {
    pairs.push_back({"quiet text", quietText, ground, kText});
    pairs.push_back({"accent", accent, ground, kText});
    pairs.push_back({"success", success, ground, kText});
    pairs.push_back({"failure", failure, ground, kText});
    pairs.push_back({"warning", warning, ground, kText});
    pairs.push_back({"focus", focus, ground, kShape});
    pairs.push_back({"playhead", playhead, ground, kShape});
    pairs.push_back({"axis", axis, ground, kShape});
    pairs.push_back({"instants on the axis", axisInstant, ground, kShape});
    pairs.push_back({"flow", flow, ground, kShape});
    pairs.push_back({"outline of a loop", loopLine, ground, kShape});
    pairs.push_back({"blocking, its label", blockingText, ground, kText});
  }
  pairs.push_back({"quiet text, selected", quietText, selected, kText});
  pairs.push_back({"quiet text, hovered", quietText, hover, kText});
  for (const QColor& ground : {surface, currentLine, suspendedLine}) {
    for (const QColor& ink : {text, keyword, string, number, function, comment}) {
      pairs.push_back({"code", ink, ground, kText});
    }
  }
  pairs.push_back({"line number", lineNumber, surface, kText});
  pairs.push_back({"button", buttonText, button, kText});
  pairs.push_back({"cue", cueText, cue, kText});
  pairs.push_back({"now", text, nowBox, kText});
  pairs.push_back({"now, quiet", quietText, nowBox, kText});
  pairs.push_back({"alert", alertText, alertBox, kText});
  pairs.push_back({"hint", hintText, hintBox, kText});
  pairs.push_back({"console", consoleText, console, kText});
  pairs.push_back({"console, quiet", consoleQuiet, console, kText});
  pairs.push_back({"console, errors", consoleError, console, kText});
  pairs.push_back({"turn", loopTurnText, loopTurn, kText});
  pairs.push_back({"idle", loopIdleText, loopIdle, kText});
  pairs.push_back({"late", blockingText, late, kText});
  pairs.push_back({"blocking", blocking, surface, kShape});
  pairs.push_back({"playhead, its text", playheadText, playhead, kText});
  pairs.push_back({"mark of the current line", currentLineMark, surface, 2.0});
  for (const TaskColors& task : m_tasks) {
    pairs.push_back({"running", task.fillText, task.fill, kText});
    pairs.push_back({"running, deeper", task.deeperText, task.deeper, kText});
    pairs.push_back({"waiting", task.tintText, task.tint, kText});
    pairs.push_back({"ready", task.tintText, task.ready, kText});
    pairs.push_back({"task on the surface", task.tintText, surface, kText});
    pairs.push_back({"outline of a task", task.line, surface, kShape});
    pairs.push_back({"outline of a task", task.line, window, kShape});
  }
  return pairs;
}

QPalette Theme::palette() const {
  QPalette palette;
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::WindowText, text);
  palette.setColor(QPalette::Base, surface);
  palette.setColor(QPalette::AlternateBase, band);
  palette.setColor(QPalette::Text, text);
  palette.setColor(QPalette::PlaceholderText, quietText);
  palette.setColor(QPalette::Button, surface);
  palette.setColor(QPalette::ButtonText, text);
  palette.setColor(QPalette::BrightText, failure);
  palette.setColor(QPalette::Highlight, selected);
  palette.setColor(QPalette::HighlightedText, text);
  palette.setColor(QPalette::Link, accent);
  palette.setColor(QPalette::LinkVisited, accent);
  palette.setColor(QPalette::ToolTipBase, surface);
  palette.setColor(QPalette::ToolTipText, text);
  palette.setColor(QPalette::Light, border);
  palette.setColor(QPalette::Midlight, border);
  palette.setColor(QPalette::Mid, border);
  palette.setColor(QPalette::Dark, border);
  palette.setColor(QPalette::Shadow, border);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, quietText);
  }
  return palette;
}

}  // namespace loopline::ui
