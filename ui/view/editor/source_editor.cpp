#include "editor/source_editor.h"

#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#include <Qsci/qscistyledtext.h>

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "code/cue_text.h"
#include "code/lexers.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

enum Marker { kErrorLine, kHintLine, kChangedLine, kWaitingLine, kRunningLine, kBlockingLine };
enum Style { kErrorText = 200, kErrorCode, kHintText, kHintCode };  // beyond the lexers'
constexpr int kSpareRight = 46;                                     // of the width: padding and perhaps a scroll bar
constexpr int kErrorWave = 8;
constexpr int kHintWave = 9;

}  // namespace

SourceEditor::SourceEditor(QWidget* parent)
    : QWidget(parent),
      m_editor(new QsciScintilla(this)),
      m_python(new PythonLexer(m_editor)),
      m_markdown(new MarkdownLexer(m_editor)) {
  setLayoutDirection(Qt::LeftToRight);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_editor);
  setFocusProxy(m_editor);
  m_editor->setAccessibleName(tr("Source"));
  m_editor->setMarginType(0, QsciScintilla::NumberMargin);
  m_editor->setMarginMarkerMask(0, 0);
  m_editor->setMarginWidth(1, 0);
  m_editor->setIndentationsUseTabs(false);
  m_editor->setIndentationWidth(4);
  m_editor->setAutoIndent(true);
  m_editor->setBackspaceUnindents(true);
  m_editor->setEolMode(QsciScintilla::EolUnix);
  m_editor->setBraceMatching(QsciScintilla::SloppyBraceMatch);
  m_editor->markerDefine(QsciScintilla::Background, kErrorLine);
  for (const int marker : {kHintLine, kChangedLine, kWaitingLine, kRunningLine, kBlockingLine}) {
    m_editor->markerDefine(QsciScintilla::Background, marker);
  }
  m_editor->setAnnotationDisplay(QsciScintilla::AnnotationIndented);
  m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kErrorWave);
  m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, kHintWave);
  m_editor->installEventFilter(this);
  connect(m_editor, &QsciScintilla::textChanged, this, [this] {
    if (!m_telling) emit edited();
  });
}

QString SourceEditor::text() const { return m_editor->text(); }

void SourceEditor::setText(const QString& text, bool isScript) {
  QsciLexer* lexer = isScript ? static_cast<QsciLexer*>(m_python) : m_markdown;
  if (m_editor->lexer() != lexer) m_editor->setLexer(lexer);
  if (text == m_editor->text()) return;
  m_telling = true;
  m_editor->setText(text);
  m_editor->SendScintilla(QsciScintillaBase::SCI_EMPTYUNDOBUFFER);
  m_editor->setMarginWidth(0, QString(std::max<qsizetype>(QString::number(m_editor->lines()).size(), 2) + 1, u'9'));
  m_telling = false;
}

void SourceEditor::replaceText(const QString& text) {
  m_editor->beginUndoAction();
  m_editor->selectAll();
  m_editor->replaceSelectedText(text);
  m_editor->endUndoAction();
}

void SourceEditor::setProblems(const lessons::Diagnostics& problems) {
  m_editor->markerDeleteAll(kErrorLine);
  m_editor->clearAnnotations();
  const int last = std::max(m_editor->lines() - 1, 0);
  for (const int wave : {kErrorWave, kHintWave}) {
    m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), wave);
  }
  for (const lessons::Diagnostic& problem : problems) {
    const int line = problem.at.line - 1;
    if (line < 0 || line > last) continue;
    const bool error = problem.severity == lessons::Severity::error;
    if (error) m_editor->markerAdd(line, kErrorLine);
    const int end = static_cast<int>(m_editor->text(line).trimmed().size()) + m_editor->indentation(line);
    const int begin = std::clamp(problem.at.column - 1, 0, std::max(end - 1, 0));
    m_editor->fillIndicatorRange(line, begin, line, std::max(end, begin + 1), error ? kErrorWave : kHintWave);
    if (m_annotated && m_editor->annotation(line).isEmpty()) {
      QString text = QString::fromStdString(problem.message);
      if (!problem.suggestion.empty())
        text += tr(" Did you mean “%1”?").arg(QString::fromStdString(problem.suggestion));
      const CueStyles styles = error ? CueStyles{kErrorText, kErrorCode} : CueStyles{kHintText, kHintCode};
      const int room = m_editor->width() - m_editor->marginWidth(0) - kSpareRight;
      m_editor->annotate(
          line, wrapCue((error ? QStringLiteral("✗ ") : QStringLiteral("⚠ ")) + text, std::max(room, 120), styles));
    }
  }
}

QString SourceEditor::noteUnder(int line) const { return m_editor->annotation(line - 1); }

void SourceEditor::setReadOnly(bool readOnly) {
  m_editor->setReadOnly(readOnly);
  if (readOnly) m_editor->SendScintilla(QsciScintillaBase::SCI_SETCARETSTYLE, 0UL);
}

void SourceEditor::setName(const QString& name) { m_editor->setAccessibleName(name); }

void SourceEditor::setChanged(const QList<int>& lines) {
  if (lines == m_changed) return;
  m_changed = lines;
  m_editor->markerDeleteAll(kChangedLine);
  for (const int line : lines) m_editor->markerAdd(line - 1, kChangedLine);
}

void SourceEditor::setMarks(int current, bool blocking, const QList<int>& waiting) {
  for (const int marker : {kWaitingLine, kRunningLine, kBlockingLine}) m_editor->markerDeleteAll(marker);
  for (const int line : waiting) m_editor->markerAdd(line - 1, kWaitingLine);
  if (current > 0) m_editor->markerAdd(current - 1, blocking ? kBlockingLine : kRunningLine);
}

void SourceEditor::goTo(int line, int column) {
  const int row = std::clamp(line - 1, 0, std::max(m_editor->lines() - 1, 0));
  m_editor->setCursorPosition(row, std::max(column - 1, 0));
  m_editor->SendScintilla(QsciScintillaBase::SCI_VERTICALCENTRECARET);
  m_editor->setFocus();
}

void SourceEditor::setTheme(const Theme& theme) {
  m_python->setTheme(theme);
  m_markdown->setTheme(theme);
  dressEditor(*m_editor, theme);
  m_editor->setCaretLineVisible(true);
  m_editor->setCaretLineBackgroundColor(theme.hover);
  m_editor->setMarkerBackgroundColor(theme.alertBox, kErrorLine);
  m_editor->setMarkerBackgroundColor(theme.hintBox, kChangedLine);
  m_editor->setMarkerBackgroundColor(theme.suspendedLine, kWaitingLine);
  m_editor->setMarkerBackgroundColor(theme.currentLine, kRunningLine);
  m_editor->setMarkerBackgroundColor(theme.alertBox, kBlockingLine);
  const auto style = [&](int number, const QColor& color, const QColor& paper, const QFont& font) {
    QsciStyle(number, {}, color, paper, font).apply(m_editor);
  };
  style(kErrorText, theme.alertText, theme.alertBox, textFont(9));
  style(kErrorCode, theme.alertText, theme.alertBox, codeFont(8.5));
  style(kHintText, theme.hintText, theme.hintBox, textFont(9));
  style(kHintCode, theme.hintText, theme.hintBox, codeFont(8.5));
  m_editor->setIndicatorForegroundColor(theme.failure, kErrorWave);
  m_editor->setIndicatorForegroundColor(theme.warning, kHintWave);
  m_editor->setMatchedBraceBackgroundColor(theme.selected);
  m_editor->setMatchedBraceForegroundColor(theme.text);
}

bool SourceEditor::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    // What is typed here is text: only the window's Ctrl keys that the editor has no use for go on to it.
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool ctrl = key->modifiers().testFlag(Qt::ControlModifier);
    static constexpr std::array kWindow{Qt::Key_E, Qt::Key_R, Qt::Key_P, Qt::Key_K, Qt::Key_F,
                                        Qt::Key_S, Qt::Key_O, Qt::Key_N, Qt::Key_Q};
    const bool forWindow = ctrl && std::ranges::find(kWindow, key->key()) != kWindow.end();
    if (forWindow || key->modifiers().testFlag(Qt::AltModifier) || key->key() >= Qt::Key_F1) {
      event->ignore();
      return true;
    }
    event->accept();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace loopline::ui
