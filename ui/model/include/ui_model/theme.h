// Every colour of the window and of exported pictures, in one table a theme. Nothing else names a colour.
#pragma once

#include <QColor>
#include <array>
#include <cstdint>
#include <vector>

class QPalette;

namespace loopline::ui {

enum class ThemeKind : std::uint8_t { light, dark, print, contrast };

/// How one task is drawn. The eighth task has the first one's hue again, with `secondPattern`.
struct TaskColors {
  QColor fill;      ///< running
  QColor fillText;  ///< on fill
  QColor deeper;    ///< running, rows below the first: lighter with depth is for the eye only
  QColor deeperText;
  QColor tint;      ///< waiting: the lightest
  QColor ready;     ///< ready: a little stronger, under a dashed outline
  QColor tintText;  ///< on tint and on ready
  QColor line;      ///< outlines, the dot before the name; at least 3:1 on the surface
  bool secondPattern = false;
};

struct Theme {
  ThemeKind kind = ThemeKind::light;

  QColor window, surface, border, text, quietText;
  QColor accent;              ///< links and marks
  QColor button, buttonText;  ///< the main button
  QColor hover, selected;     ///< grounds of rows and buttons; text stays `text`
  QColor focus;               ///< ring round what has the keyboard
  QColor currentLine, currentLineMark, suspendedLine, suspendedLineMark;
  QColor cue, cueText;                         ///< narration under its line
  QColor nowBox, nowBoxBorder;                 ///< the sentence of the step
  QColor alertBox, alertBoxBorder, alertText;  ///< the same while the loop is blocked
  QColor hintBox, hintBoxBorder, hintText;
  QColor console, consoleBorder, consoleText, consoleQuiet, consoleError;
  QColor success, failure, warning;  ///< marks and text on surface and window
  QColor scrubber, scrubberAhead;    ///< what has happened, what is to come

  // Code.
  QColor keyword, string, number, function, comment, lineNumber;

  // The timeline.
  QColor loopTurn, loopTurnText, loopIdle, loopIdleHatch, loopIdleText, loopLine;
  QColor blocking, blockingHatch, blockingText;  ///< and its label, on a chip of the surface
  QColor late;                                   ///< ground of what is late; its text is blockingText
  QColor grid, axis, axisInstant, flow, flowQuiet;
  QColor playhead, playheadText;
  QColor band;  ///< ground behind every second group of lanes
  std::array<QColor, 7> hues;

  /// Tasks are counted from 0 in order of creation.
  const TaskColors& task(std::size_t index) const { return m_tasks[index % m_tasks.size()]; }

  static const Theme& of(ThemeKind kind);

  /// A text on a ground that occurs somewhere, for the test of contrast.
  struct Pair {
    const char* name;
    QColor text, ground;
    double least;  ///< contrast: 4.5 for text, 3 for shapes
  };
  std::vector<Pair> pairs() const;

  QPalette palette() const;

 private:
  std::vector<TaskColors> m_tasks;  // twice the hues
  friend Theme makeTheme(ThemeKind kind);
};

/// WCAG 2's contrast of two opaque colours, 1 to 21.
double contrast(const QColor& a, const QColor& b);

}  // namespace loopline::ui
