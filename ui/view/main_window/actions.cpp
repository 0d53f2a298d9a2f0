#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

#include "code/code_area.h"
#include "lessons/lesson_panel.h"
#include "main_window/header_bar.h"
#include "main_window/parts.h"
#include "transport/transport_bar.h"
#include "view/timeline_view.h"

namespace loopline::ui {

using replay::Granularity;

QAction* MainWindow::Parts::add(QMenu* menu, const QString& text, const QList<QKeySequence>& keys,
                                std::function<void()> deed) {
  QAction* action = menu->addAction(text);
  action->setShortcuts(keys);
  QObject::connect(action, &QAction::triggered, &m_window, [deed = std::move(deed)] { deed(); });
  m_window.addAction(action);
  return action;
}

void MainWindow::Parts::makeActions() {
  makeFileMenu();
  makeStepMenu();
  makeViewMenu();
  makeHelpMenu();
  m_header->addDeed(m_editAction, tr("Edit code"), false);
  m_header->addDeed(m_predictAction, tr("Predict"), false);
  m_header->addDeed(m_exportAction, tr("Export"), true);
}

void MainWindow::Parts::makeFileMenu() {
  QMenu* menu = m_menus->addMenu(tr("&File"));
  add(menu, tr("&New lesson…"), {QKeySequence::New}, [this] { newLesson(); });
  add(menu, tr("&Open…"), {QKeySequence::Open}, [this] { askForFile(); });
  m_recentMenu = menu->addMenu(tr("Open &recent"));
  menu->addSeparator();
  m_saveAction = add(menu, tr("&Save"), {QKeySequence::Save}, [this] { save(); });
  m_saveAsAction = add(menu, tr("Save &as…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, [this] { saveAs(); });
  menu->addSeparator();
  m_exportAction =
      add(menu, tr("&Export…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [this] { showExport(); });
  menu->addSeparator();
  add(menu, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { m_window.close(); });

  QMenu* code = m_menus->addMenu(tr("&Code"));
  m_editAction = add(code, tr("&Edit code"), {QKeySequence(Qt::CTRL | Qt::Key_E)},
                     [this] { setEditing(!isEditing() && !m_code->isEditing()); });
  m_editAction->setCheckable(true);
  m_textAction = add(code, tr("Edit the whole &text"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_E)},
                     [this] { setEditingText(!isEditing()); });
  m_textAction->setCheckable(true);
  m_runAction = add(code, tr("&Run"), {QKeySequence(Qt::CTRL | Qt::Key_R)}, [this] { run(); });
  add(code, tr("&Stop the run"), {}, [this] { m_session.cancel(); });
  m_originalAction = add(code, tr("Back to the &original"), {}, [this] {
    m_session.restoreOriginal();
    run();
  });
  code->addSeparator();
  m_scenarioMenu = code->addMenu(tr("S&how"));
  code->addSeparator();
  m_predictAction =
      add(code, tr("&Predict what comes next"), {QKeySequence(Qt::CTRL | Qt::Key_P)}, [this] { predict(); });
  add(code, tr("Your pre&dictions…"), {}, [this] { showHistory(); });
}

void MainWindow::Parts::makeStepMenu() {
  QMenu* menu = m_menus->addMenu(tr("&Step"));
  const auto step = [this](Granularity granularity, int direction) {
    return [this, granularity, direction] {
      m_playback.pause();
      m_playback.step(granularity, direction);
    };
  };
  add(menu, tr("&Play or pause"), {Qt::Key_Space}, [this] { m_playback.togglePlaying(); });
  menu->addSeparator();
  add(menu, tr("One step &on"), {Qt::Key_Right}, [this] { m_playback.forward(); });
  add(menu, tr("One step &back"), {Qt::Key_Left}, [this] { m_playback.back(); });
  add(menu, tr("Next switch"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)}, step(Granularity::step, 1));
  add(menu, tr("Previous switch"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)}, step(Granularity::step, -1));
  add(menu, tr("Next turn"), {QKeySequence(Qt::CTRL | Qt::Key_Right)}, step(Granularity::turn, 1));
  add(menu, tr("Previous turn"), {QKeySequence(Qt::CTRL | Qt::Key_Left)}, step(Granularity::turn, -1));
  add(menu, tr("Next cue"), {Qt::Key_BracketRight}, step(Granularity::cue, 1));
  add(menu, tr("Previous cue"), {Qt::Key_BracketLeft}, step(Granularity::cue, -1));
  add(menu, tr("A tenth on"), {Qt::Key_PageDown}, [this] { m_playback.jump(0.1); });
  add(menu, tr("A tenth back"), {Qt::Key_PageUp}, [this] { m_playback.jump(-0.1); });
  add(menu, tr("To the &start"), {Qt::Key_Home}, [this] { m_playback.first(); });
  add(menu, tr("To the &end"), {Qt::Key_End}, [this] { m_playback.last(); });
  menu->addSeparator();
  for (QAction* action : m_transport->moreActions()) {
    menu->addAction(action);
    m_window.addAction(action);
  }
}

void MainWindow::Parts::makeViewMenu() {
  QMenu* menu = m_menus->addMenu(tr("&View"));
  m_axisGroup = new QActionGroup(menu);
  const auto axis = [&](const QString& text, Qt::Key key, Axis which) {
    QAction* action = add(menu, text, {key}, [this, which] { setAxis(which); });
    action->setCheckable(true);
    m_axisGroup->addAction(action);
  };
  axis(tr("Axis: &time"), Qt::Key_1, Axis::time);
  axis(tr("Axis: &elastic"), Qt::Key_2, Axis::elastic);
  axis(tr("Axis: &steps"), Qt::Key_3, Axis::steps);
  menu->addSeparator();
  const TimelineView::Actions& timeline = m_timeline->actions();
  const auto take = [&](QAction* action, const QList<QKeySequence>& keys) {
    if (action->shortcuts().isEmpty()) action->setShortcuts(keys);
    menu->addAction(action);
    m_window.addAction(action);
  };
  take(timeline.zoomIn, {Qt::Key_Plus, Qt::Key_Equal});
  take(timeline.zoomOut, {Qt::Key_Minus});
  take(timeline.fit, {Qt::Key_0});
  take(timeline.zoomToSelection, {});
  menu->addSeparator();
  take(timeline.table, {QKeySequence(Qt::CTRL | Qt::Key_T)});
  take(timeline.counters, {Qt::Key_Q});
  take(timeline.ownWork, {});
  QMenu* window = menu;
  menu = menu->addMenu(tr("&Lanes"));
  take(timeline.findTask, {Qt::Key_Slash});
  menu->addSeparator();
  take(timeline.fold, {Qt::Key_F});
  take(timeline.pin, {Qt::Key_P});
  take(timeline.laneUp, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up)});
  take(timeline.laneDown, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down)});
  take(timeline.plainLanes, {});
  menu = window->addMenu(tr("&Marks"));
  take(timeline.rangeBegin, {Qt::Key_I});
  take(timeline.rangeEnd, {Qt::Key_O});
  menu->addSeparator();
  take(timeline.bookmark, {Qt::Key_B});
  take(timeline.note, {Qt::Key_N});
  take(timeline.nextBookmark, {QKeySequence(Qt::ALT | Qt::Key_BracketRight)});
  take(timeline.previousBookmark, {QKeySequence(Qt::ALT | Qt::Key_BracketLeft)});
  menu = window;
  menu->addSeparator();
  m_listAction = add(menu, tr("&List of lessons"), {Qt::Key_F9}, [this] { setListShown(m_listAction->isChecked()); });
  m_listAction->setCheckable(true);
  m_listAction->setChecked(true);
  add(menu, tr("&Find a lesson"), {QKeySequence::Find}, [this] {
    setListShown(true);
    m_lessonPanel->beginSearch();
  });
  add(menu, tr("&Go to anything…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, [this] { goToAnything(); });
  add(menu, tr("&Clear the selection"), {Qt::Key_Escape},
      [this] { m_playback.range() ? m_playback.clearRange() : m_playback.clearSelection(); });
  menu->addSeparator();
  makeLooksMenu(*menu);
}

void MainWindow::Parts::makeHelpMenu() {
  QMenu* menu = m_menus->addMenu(tr("&Help"));
  add(menu, tr("&Keys, signs and words"), {Qt::Key_Question, QKeySequence(Qt::SHIFT | Qt::Key_Question), Qt::Key_F1},
      [this] { showKeys(); });
  add(menu, tr("&Five tips"), {}, [this] {
    showStudy();
    showTour();
  });
  add(menu, tr("&Start page"), {QKeySequence(Qt::ALT | Qt::Key_Home)}, [this] { showStart(); });
}

}  // namespace loopline::ui
