// The timelines of all compared runs over one axis and one playhead. Listens to a PlaybackController: what is shown, at
// which position, what is selected; dragging the playhead and clicking go through it too.
#pragma once

#include <QWidget>
#include <memory>

#include "ui_model/theme.h"
#include "ui_model/time_scale.h"

class QAction;
class QStackedWidget;
class QTableView;

namespace loopline::ui {

class Bookmarks;
class PlaybackController;
class SlicesModel;

namespace timeline {
class Canvas;
class LaneFinder;
}  // namespace timeline

/// Keys, while it has the focus: + and - zoom, 0 fits, up and down select lanes (with Alt they move them), Escape
/// clears the marked stretch, then the selection. With the mouse: Shift and drag marks a stretch, a heading is dragged
/// to its place, the arrow before a group's heading folds it.
class TimelineView : public QWidget {
  Q_OBJECT

 public:
  /// The controller outlives the view.
  explicit TimelineView(PlaybackController& controller, QWidget* parent = nullptr);
  ~TimelineView() override;

  Axis axis() const;
  ThemeKind theme() const;
  bool isTableShown() const;
  bool showsCounters() const;
  /// The stretch in view, in units of TimeScale; for pictures of "this view".
  double viewBegin() const;
  double viewEnd() const;
  /// Shows and edits these; the list outlives the view.
  void setBookmarks(Bookmarks* bookmarks);

  /// Actions with texts, icons and shortcuts, for menus and tool bars; they are in the context menu too.
  struct Actions {
    QAction *zoomIn = nullptr, *zoomOut = nullptr, *fit = nullptr, *zoomToSelection = nullptr;
    QAction *table = nullptr, *counters = nullptr;
    QAction* ownWork = nullptr;  ///< checkable: what the comparison says; triggering it emits ownWorkRequested()
    QAction *findTask = nullptr, *fold = nullptr, *pin = nullptr, *laneUp = nullptr, *laneDown = nullptr;
    QAction* plainLanes = nullptr;  ///< all lanes as they were
    QAction *rangeBegin = nullptr, *rangeEnd = nullptr;
    QAction *bookmark = nullptr, *note = nullptr, *nextBookmark = nullptr, *previousBookmark = nullptr;
  };
  const Actions& actions() const { return m_actions; }

 public slots:
  void setAxis(loopline::ui::Axis axis);
  void setTheme(loopline::ui::ThemeKind kind);
  void setTableShown(bool shown);
  void setCountersShown(bool shown);
  void zoomIn();
  void zoomOut();
  void fit();
  void zoomToSelection();
  /// Opens the row in which a task is looked for.
  void findTask();
  /// Brings a position into view if it is not.
  void reveal(loopline::ui::Position position);

 signals:
  void axisChanged(loopline::ui::Axis axis);
  void viewRangeChanged(double begin, double end);
  /// Somebody wants asyncio's own work shown or folded: the comparison is to be built anew, off the GUI thread.
  void ownWorkRequested(bool shown);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void makeActions();
  void makeLaneActions();
  void makePlaceActions();
  QAction* makeAction(const QString& text, const QString& icon, bool checkable = false);
  void showComparison();
  void showActions();
  void describe();
  void followInTable();
  void foldSelected();
  void pinSelected();
  void moveSelected(int places);
  void markRange(bool begin);
  void find();
  void selectFound(int direction);
  void toggleBookmark();
  void editNote(int bookmark);
  int bookmarkHere() const;
  void goToBookmark(int direction);

  PlaybackController& m_controller;
  Actions m_actions;
  timeline::Canvas* m_canvas = nullptr;
  timeline::LaneFinder* m_finder = nullptr;
  Bookmarks* m_bookmarks = nullptr;
  QStackedWidget* m_stack = nullptr;
  QTableView* m_table = nullptr;
  SlicesModel* m_model = nullptr;
  bool m_following = false;  // the table is being told, not asked
};

}  // namespace loopline::ui
