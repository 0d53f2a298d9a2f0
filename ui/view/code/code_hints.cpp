// What could be written better in a code pane: a sign in the margin, a wave under the code, the words under the line.
#include <Qsci/qsciscintilla.h>

#include <QStringList>
#include <algorithm>

#include "code/code_pane.h"
#include "code/code_styles.h"

namespace loopline::ui {

void CodePane::setHints(const lessons::Diagnostics& hints) {
  m_hints = hints;
  showWaves();
}

void CodePane::setHintsShown(bool shown) {
  if (shown == m_hintsShown) return;
  m_hintsShown = shown;
  if (!shown) m_openHint = 0;
  showWaves();
  if (m_theme != nullptr) showCues();
}

QString CodePane::hintOf(int line) const {
  QStringList texts;
  for (const lessons::Diagnostic& hint : m_hints) {
    if (m_hintsShown && hint.at.line == line) texts << QString::fromStdString(hint.message);
  }
  return texts.join(u' ');
}

// From where the hint is about to the end of its line.
void CodePane::showWaves() {
  const int last = std::max(m_editor->lines() - 1, 0);
  m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), codestyle::kHintWave);
  for (const lessons::Diagnostic& hint : m_hints) {
    const int line = hint.at.line - 1;
    if (!m_hintsShown || line < 0 || line > last) continue;
    const int end = static_cast<int>(m_editor->text(line).trimmed().size()) + m_editor->indentation(line);
    const int begin = std::clamp(hint.at.column - 1, 0, std::max(end - 1, 0));
    m_editor->fillIndicatorRange(line, begin, line, std::max(end, begin + 1), codestyle::kHintWave);
  }
  showGutter();
}

void CodePane::toggleHint(int line) {
  const bool any = !hintOf(line).isEmpty();
  m_openHint = any && m_openHint != line ? line : 0;
  if (m_theme == nullptr) return;
  showCues();
  showGutter();
}

}  // namespace loopline::ui
