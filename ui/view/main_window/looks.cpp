// How the window looks: colours, size of text, language, layout; the start page and the tips.
#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>
#include <array>
#include <utility>

#include "code/code_area.h"
#include "editor/edit_page.h"
#include "inspector/inspector.h"
#include "lessons/lesson_panel.h"
#include "main_window/header_bar.h"
#include "main_window/parts.h"
#include "start/start_page.h"
#include "start/tour.h"
#include "transport/transport_bar.h"
#include "ui_model/fonts.h"
#include "ui_model/glossary.h"
#include "ui_model/language.h"
#include "view/timeline_view.h"

namespace loopline::ui {

namespace {
constexpr std::array kSizes{80, 90, 100, 110, 125, 150, 175, 200};
}

void MainWindow::Parts::makeLooksMenu(QMenu& menu) {
  const auto choice = [&](QMenu* into, QActionGroup* group, const QString& text, const QString& key, auto deed) {
    QAction* action = add(into, text, {}, [deed, key] { deed(key); });
    action->setCheckable(true);
    action->setData(key);
    group->addAction(action);
    return action;
  };
  QMenu* themes = menu.addMenu(tr("Colo&urs"));
  m_themeGroup = new QActionGroup(&menu);
  for (const auto& [name, text] : {std::pair{"system", tr("As the &desktop")},
                                   {"light", tr("&Light")},
                                   {"dark", tr("Da&rk")},
                                   {"contrast", tr("&High contrast")}}) {
    choice(themes, m_themeGroup, text, QString::fromLatin1(name), [this](const QString& key) { setThemeByName(key); });
  }
  QMenu* sizes = menu.addMenu(tr("Te&xt size"));
  const int now = static_cast<int>(std::lround(textScale() * 100));
  const auto step = [now](int direction) {
    const auto at = std::ranges::lower_bound(kSizes, now) - kSizes.begin() + direction;
    return kSizes[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, std::ssize(kSizes) - 1))];
  };
  add(sizes, tr("&Larger"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
      [this, step] { setTextSize(step(1)); });
  add(sizes, tr("&Smaller"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this, step] { setTextSize(step(-1)); });
  add(sizes, tr("As the &desktop has it"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { setTextSize(100); });
  sizes->addSeparator();
  m_sizeGroup = new QActionGroup(&menu);
  for (const int size : kSizes) {
    choice(sizes, m_sizeGroup, tr("%1 %").arg(size), QString::number(size), [this](const QString& key) {
      setTextSize(key.toInt());
    })->setChecked(size == now);
  }
  QMenu* tongues = menu.addMenu(tr("Lan&guage"));
  m_languageGroup = new QActionGroup(&menu);
  const QString chosen = QString::fromUtf8(m_progress.layout(QStringLiteral("language")));
  const auto speak = [this](const QString& key) { setLanguage(key); };
  choice(tongues, m_languageGroup, tr("As the &desktop"), QString(), speak)->setChecked(chosen.isEmpty());
  for (const QString& code : languages()) {
    choice(tongues, m_languageGroup, languageName(code), code, speak)->setChecked(chosen == code);
  }
  menu.addSeparator();
  add(&menu, tr("La&yout as it was at first"), {}, [this] { resetLayout(); });
}

void MainWindow::Parts::setTextSize(int percent) {
  if (percent == static_cast<int>(std::lround(textScale() * 100))) return;
  m_progress.setLayout(QStringLiteral("text size"), QByteArray::number(percent));
  m_window.startOver();
}

void MainWindow::Parts::setLanguage(const QString& name) {
  if (name.toUtf8() == m_progress.layout(QStringLiteral("language"))) return;
  m_progress.setLayout(QStringLiteral("language"), name.toUtf8());
  m_window.startOver();
}

void MainWindow::Parts::resetLayout() {
  if (m_window.isMaximized() || m_window.isFullScreen()) m_window.showNormal();
  m_window.resize(QSize(1440, 900).boundedTo(m_window.screen()->availableSize().expandedTo(m_window.size())));
  arrange();
  m_inspector->setClosedSections({});
  m_timeline->actions().plainLanes->trigger();
  m_timeline->fit();
  setAxis(Axis::elastic);
}

// ---- the window made anew

MainWindow::Parts::Carried MainWindow::Parts::carry() {
  Carried carried;
  if (isEditing()) m_edit->commit();
  carried.editing = isEditing();
  carried.atStart = m_pages->currentWidget() == m_start;
  carried.source = m_session.source();
  carried.path = m_session.path();
  carried.title = m_session.title();
  carried.modified = m_session.isModified();
  if (m_session.isEditable()) carried.text = m_session.text();
  keepPlace();
  keepLayout();
  return carried;
}

void MainWindow::Parts::reopen(const Carried& carried) {
  using Source = LessonSession::Source;
  if (carried.source == Source::nothing) return carried.atStart ? showStart() : openFirst();
  if (carried.source == Source::unsaved) {
    m_session.openNew(carried.title);
    m_session.setText(carried.text);
    run();
  } else {
    openFirst();
  }
  if (carried.source == Source::file && carried.modified) {
    // Once the file has been read.
    QObject::connect(
        &m_session, &LessonSession::opened, &m_window,
        [this, text = carried.text] {
          m_session.setText(text);
          run();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
  }
  if (carried.editing && m_session.isEditable()) setEditing(true);
  if (carried.atStart) showStart();
}

// ---- finding one's way

void MainWindow::Parts::showStart() {
  m_playback.pause();
  keepPlace();
  m_pages->setCurrentWidget(m_start);
  m_transport->hide();
  showTitle();
  m_start->refresh();
}

void MainWindow::Parts::showStudy() {
  if (m_pages->currentWidget() == m_columns) return;
  if (std::exchange(m_onlyBehind, false)) {
    m_progress.raise(m_session.path(), ProgressStore::Mark::begun);
    m_lessons.refreshMarks();
  }
  m_pages->setCurrentWidget(m_columns);
  m_transport->show();
  showTitle();
  m_timeline->setFocus();
}

void MainWindow::Parts::showTour() {
  setListShown(true);
  m_progress.setLayout(QStringLiteral("tour"), "seen");
  m_progress.saveSoon();
  m_tour->begin({
      {m_lessonPanel, tr("Lessons by chapter"),
       tr("Start at the top. A half circle is a lesson you have begun, a full one is done. Ctrl+F finds a lesson.")},
      {m_code, tr("The code, as it runs"),
       tr("The bright line runs now. Where a task waits, its name stands in the margin. Remarks appear under their "
          "line.")},
      {m_timeline, tr("The same run over time"),
       tr("The loop first, then a lane for each task: full colour runs, outlined waits, dashed is ready. Drag the red "
          "line, or click a lane to follow its task.")},
      {m_inspector, tr("What happens now, and why"),
       tr("The sentence above explains the step. Below it: who runs next, which timers are set, who waits for whom.")},
      {m_transport, tr("Step in both directions"),
       tr("The right and left arrow keys step, Space plays. Choose how large a step is. The question mark shows all "
          "keys.")},
  });
}

/// The titles of the inspector say what they mean.
void MainWindow::Parts::explainTerms() {
  for (QToolButton* heading : m_inspector->findChildren<QToolButton*>(QStringLiteral("sectionTitle"))) {
    const QString meaning = meaningOf(heading->text());
    if (!meaning.isEmpty()) heading->setToolTip(meaning);
  }
}

}  // namespace loopline::ui
