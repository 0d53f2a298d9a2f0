// A cue's inline Markdown as QScintilla's styled text, wrapped to a width.
#pragma once

#include <QList>
#include <QString>

class QsciStyledText;

namespace loopline::ui {

/// Numbers of the editor's styles for words and for code.
struct CueStyles {
  int text = 0;
  int code = 0;
};

/// Measured in the fonts that the styles are expected to have: Inter 9 and Hack 8.5 points.
QList<QsciStyledText> wrapCue(const QString& markdown, int pixels, CueStyles styles);

}  // namespace loopline::ui
