// Below the timelines while a stretch is marked: what each task did within it.
#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace loopline::ui {

class PlaybackController;
class RangeModel;

namespace timeline {

class RangePanel : public QWidget {
  Q_OBJECT

 public:
  /// The controller outlives it.
  explicit RangePanel(PlaybackController& controller, QWidget* parent = nullptr);

 signals:
  void zoomWanted();

 private:
  void refresh();

  PlaybackController& m_controller;
  RangeModel* m_model;
  QLabel* m_title;
  QTableView* m_table;
};

}  // namespace timeline
}  // namespace loopline::ui
