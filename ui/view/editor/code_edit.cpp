#include "editor/code_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "editor/source_editor.h"
#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/line_diff.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

namespace {

constexpr int kLookAfter = 200;  // milliseconds without a key

// Empty lines at the end are not part of a block.
QString trimmedEnd(QString text) {
  while (text.endsWith(u'\n')) text.chop(1);
  return text;
}

}  // namespace

CodeEdit::CodeEdit(QWidget* parent)
    : QWidget(parent),
      m_editor(new SourceEditor(this)),
      m_original(new SourceEditor(this)),
      m_originalSide(new QWidget(this)),
      m_sides(new QSplitter(Qt::Horizontal, this)),
      m_state(new QLabel(this)),
      m_look(new QTimer(this)) {
  auto* bar = new QWidget(this);
  bar->setObjectName(QStringLiteral("codeHeader"));
  bar->setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(4);
  m_state->setObjectName(QStringLiteral("quiet"));
  m_state->setFont(textFont(9));
  m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  row->addWidget(m_state, 1);
  m_save = addButton(QStringLiteral("save"), tr("Save as a scenario of your own…"));
  m_reset = addButton(QStringLiteral("restore"), tr("Back to the original; this can be undone"));
  m_compare = addButton(QStringLiteral("compare"), tr("Compare with the original"));
  m_run = addButton(QStringLiteral("run"), tr("Run (Ctrl+R)"));
  m_compare->setCheckable(true);
  markMain(*m_run);
  for (QToolButton* button : {m_save, m_reset, m_compare, m_run}) row->addWidget(button);

  m_editor->setAnnotated(true);
  m_original->setReadOnly(true);
  m_original->setName(tr("The original code"));
  auto* title = new QLabel(tr("Original"), m_originalSide);
  title->setFont(textFont(9));
  title->setObjectName(QStringLiteral("quiet"));
  title->setContentsMargins(8, 2, 8, 2);
  auto* side = new QVBoxLayout(m_originalSide);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(0);
  side->addWidget(title);
  side->addWidget(m_original, 1);
  m_sides->setHandleWidth(1);
  m_sides->setChildrenCollapsible(false);
  m_sides->addWidget(m_editor);
  m_sides->addWidget(m_originalSide);
  m_originalSide->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar);
  column->addWidget(m_sides, 1);
  setFocusProxy(m_editor);

  m_look->setSingleShot(true);
  m_look->setInterval(kLookAfter);
  connect(m_look, &QTimer::timeout, this, [this] { emit edited(m_editor->text()); });
  connect(m_editor, &SourceEditor::edited, this, [this] {
    m_editor->setMarks(0, false, {});  // what ran was another text
    m_look->start();
    showState();
  });
  connect(m_run, &QToolButton::clicked, this, &CodeEdit::runWanted);
  connect(m_save, &QToolButton::clicked, this, &CodeEdit::saveWanted);
  connect(m_compare, &QToolButton::toggled, this, &CodeEdit::setCompared);
  connect(m_reset, &QToolButton::clicked, this, [this] {
    m_editor->replaceText(m_originalCode);
    commit();
  });
}

QToolButton* CodeEdit::addButton(const QString& icon, const QString& name) {
  auto* button = new QToolButton(this);
  button->setProperty("iconName", icon);
  button->setObjectName(QStringLiteral("edit-") + icon);
  button->setAccessibleName(name);
  button->setToolTip(name);
  return button;
}

void CodeEdit::setCode(const QString& code, const QString& original) {
  m_originalCode = original;
  m_original->setText(original, true);
  const bool same = trimmedEnd(m_editor->text()) == code;
  if (!m_look->isActive() && !m_refused && !same) m_editor->setText(code, true);
  showState();
}

void CodeEdit::commit() {
  if (!m_look->isActive() && !m_refused) return;
  m_look->stop();
  emit edited(m_editor->text());
}

void CodeEdit::setRefused(bool refused) {
  m_refused = refused;
  showState();
}

void CodeEdit::showState() {
  const QString text = trimmedEnd(m_editor->text());
  const bool same = text == m_originalCode;
  m_reset->setEnabled(!same && !m_originalCode.isEmpty());
  m_compare->setEnabled(!m_originalCode.isEmpty());
  const LineDiff diff = same ? LineDiff{} : lineDiff(m_originalCode, text);
  m_original->setChanged(diff.left);
  m_editor->setChanged(m_compare->isChecked() ? diff.right : QList<int>());
  const auto lines = std::max(diff.left.size(), diff.right.size());
  m_state->setText(m_refused    ? tr("A line of ``` would end the block: not taken over")
                   : same       ? tr("as in the lesson")
                   : lines == 1 ? tr("1 line changed · kept")
                                : tr("%1 lines changed · kept").arg(lines));
}

bool CodeEdit::isCompared() const { return m_compare->isChecked(); }

void CodeEdit::setCompared(bool compared) {
  m_compare->setChecked(compared);
  m_originalSide->setVisible(compared);
  if (compared) m_sides->setSizes({width() / 2, width() / 2});
  showState();
  emit comparedChanged(compared);
}

void CodeEdit::setProblems(const lessons::Diagnostics& problems) { m_editor->setProblems(problems); }

void CodeEdit::setMarks(int current, bool blocking, const QList<int>& waiting) {
  if (!m_look->isActive()) m_editor->setMarks(current, blocking, waiting);
}

void CodeEdit::goTo(int line, int column) { m_editor->goTo(line, column); }

void CodeEdit::setTheme(const Theme& theme) {
  m_editor->setTheme(theme);
  m_original->setTheme(theme);
  for (QToolButton* button : {m_save, m_reset, m_compare}) {
    button->setIcon(themedIcon(button->property("iconName").toString(), theme));
  }
  m_run->setIcon(themedIcon(QStringLiteral("run"), theme.buttonText));
}

}  // namespace loopline::ui
