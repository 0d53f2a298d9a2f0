#include "editor/edit_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include "editor/source_editor.h"
#include "prose/prose_view.h"
#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/lesson_session.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

namespace {

constexpr int kLookAfter = 250;  // milliseconds without a key

QString problemText(const lessons::Diagnostic& problem) {
  QString text = QString::fromStdString(problem.message);
  if (!problem.suggestion.empty())
    text += EditPage::tr(" Did you mean “%1”?").arg(QString::fromStdString(problem.suggestion));
  const QString kind = problem.severity == lessons::Severity::error ? EditPage::tr("error") : EditPage::tr("hint");
  if (problem.at.line == 0) return kind + QStringLiteral(" · ") + text;
  return EditPage::tr("%1, line %2, column %3 · %4").arg(kind).arg(problem.at.line).arg(problem.at.column).arg(text);
}

}  // namespace

EditPage::EditPage(LessonSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_editor(new SourceEditor(this)),
      m_problems(new QListWidget(this)),
      m_count(new QLabel(this)),
      m_original(new QPushButton(tr("Original"), this)),
      m_preview(new ProseView(this)),
      m_look(new QTimer(this)) {
  setObjectName(QStringLiteral("page"));
  m_preview->setObjectName(QStringLiteral("previewPane"));
  m_preview->setAccessibleName(tr("Preview of the text"));
  m_problems->setAccessibleName(tr("Problems"));
  m_problems->setWordWrap(true);
  m_count->setObjectName(QStringLiteral("quiet"));
  m_original->setToolTip(tr("Back to the text as it was; this can be undone"));
  auto* run = new QPushButton(tr("Run"), this);
  markMain(*run);
  run->setToolTip(tr("Run (Ctrl+R)"));
  auto* done = new QPushButton(tr("Done"), this);
  done->setToolTip(tr("Back to the lesson (Ctrl+E)"));

  auto* problemsPanel = new QWidget(this);
  problemsPanel->setObjectName(QStringLiteral("problemsPanel"));
  problemsPanel->setAttribute(Qt::WA_StyledBackground);
  auto* title = new QLabel(tr("Problems"), problemsPanel);
  title->setFont(textFont(10, QFont::DemiBold));
  auto* row = new QHBoxLayout;
  row->setContentsMargins(12, 6, 8, 6);
  row->setSpacing(8);
  row->addWidget(title);
  row->addWidget(m_count, 1);
  row->addWidget(m_original);
  row->addWidget(run);
  row->addWidget(done);
  auto* column = new QVBoxLayout(problemsPanel);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row);
  column->addWidget(m_problems, 1);

  auto* left = new QSplitter(Qt::Vertical, this);
  left->setHandleWidth(1);
  left->addWidget(m_editor);
  left->addWidget(problemsPanel);
  left->setStretchFactor(0, 4);
  left->setStretchFactor(1, 1);
  left->setChildrenCollapsible(false);
  auto* both = new QSplitter(Qt::Horizontal, this);
  both->setHandleWidth(1);
  both->addWidget(left);
  both->addWidget(m_preview);
  both->setStretchFactor(0, 3);
  both->setStretchFactor(1, 2);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(both);

  m_look->setSingleShot(true);
  m_look->setInterval(kLookAfter);
  connect(m_look, &QTimer::timeout, this, &EditPage::commit);
  connect(m_editor, &SourceEditor::edited, m_look, qOverload<>(&QTimer::start));
  connect(run, &QPushButton::clicked, this, &EditPage::runWanted);
  connect(done, &QPushButton::clicked, this, &EditPage::doneWanted);
  connect(m_original, &QPushButton::clicked, this, [this] { m_editor->replaceText(m_session.originalText()); });
  connect(m_problems, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
    goTo(item->data(Qt::UserRole).toInt(), item->data(Qt::UserRole + 1).toInt());
  });
  connect(m_problems, &QListWidget::itemClicked, m_problems, &QListWidget::itemActivated);
  connect(&session, &LessonSession::problemsChanged, this, &EditPage::showProblems);
  connect(&session, &LessonSession::opened, m_look, &QTimer::stop);  // that was another document's text
  connect(&session, &LessonSession::textChanged, this, &EditPage::showPreview);
}

void EditPage::begin() {
  m_editor->setText(m_session.text(), m_session.isScript());
  if (const lessons::Lesson* lesson = m_session.lesson(); lesson != nullptr && !lesson->scenarios.empty()) {
    const std::size_t shown = m_session.shown().empty() ? 0 : m_session.shown().front();
    m_editor->goTo(lesson->scenarios[shown].first_line, 1);
  }
  m_preview->setVisible(!m_session.isScript());
  showProblems();
  showPreview();
  m_editor->setFocus();
}

void EditPage::commit() {
  m_look->stop();
  m_session.setText(m_editor->text());
}

void EditPage::goTo(int line, int column) { m_editor->goTo(line, column); }

void EditPage::showProblems() {
  const lessons::Diagnostics problems = m_session.problems();
  m_problems->clear();
  int errors = 0;
  for (const lessons::Diagnostic& problem : problems) {
    const bool error = problem.severity == lessons::Severity::error;
    errors += error ? 1 : 0;
    auto* item = new QListWidgetItem(problemText(problem), m_problems);
    if (m_theme != nullptr) {
      item->setIcon(error ? themedIcon(QStringLiteral("error"), m_theme->failure)
                          : themedIcon(QStringLiteral("info"), m_theme->warning));
    }
    item->setData(Qt::UserRole, problem.at.line);
    item->setData(Qt::UserRole + 1, problem.at.column);
  }
  const int hints = static_cast<int>(problems.size()) - errors;
  m_count->setText(problems.empty() ? tr("none") : tr("errors: %1 · hints: %2").arg(errors).arg(hints));
  m_editor->setProblems(problems);
  m_original->setEnabled(m_session.isModified());
}

void EditPage::showPreview() {
  if (m_session.isScript() || m_session.lesson() == nullptr) return;
  const QString folder =
      m_session.source() == LessonSession::Source::file ? QFileInfo(m_session.path()).path() : QString();
  m_preview->setLesson(*m_session.lesson(), folder);
}

void EditPage::setTheme(const Theme& theme) {
  m_theme = &theme;
  m_editor->setTheme(theme);
  m_preview->setTheme(theme);
  showProblems();
}

}  // namespace loopline::ui
