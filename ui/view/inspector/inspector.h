// The state of one run as of the playhead, on the right: what happens now and why, ready queue, timers, who waits for
// whom, variables, objects, consoles, hints. Follows the playback controller.
#pragma once

#include <QHash>
#include <QScrollArea>
#include <QTimer>
#include <vector>

#include "ui_model/rows_model.h"

class QLabel;
class QVBoxLayout;

namespace loopline::ui {

class HintsView;
class NowBox;
struct HintRow;
class PlaybackController;
class RowsView;
class Section;
class Segmented;
class StateRows;
class WaitModel;
class WaitView;
struct Theme;

class Inspector : public QScrollArea {
  Q_OBJECT

 public:
  /// The controller outlives the inspector.
  explicit Inspector(PlaybackController& playback, QWidget* parent = nullptr);

  /// Shows a widget above everything else.
  void addOnTop(QWidget* widget);
  /// While predicting: leaves out the sentence of the step and, `hideQueue`, what the loop will run next.
  void setAsking(bool asking, bool hideQueue);

  /// Of the code that is shown; not seen while predicting.
  void setHints(const std::vector<HintRow>& hints);

  void setTheme(const Theme& theme);
  /// Which sections are closed, by name, to be kept.
  QStringList closedSections() const;
  void setClosedSections(const QStringList& names);
  const NowBox& nowBox() const { return *m_now; }

  /// Shows at once what otherwise follows within a frame.
  void refresh();

 signals:
  void closedSectionsChanged();

 private:
  void build();
  Section* addSection(const QString& key, const QString& title, QWidget* body);
  RowsView* addList(const QString& key, const QString& title, int style);
  void runsChanged();
  void showNow();
  StateRows stateOf(int run) const;
  void showState();
  void showVariables(int run, const StateRows& state);
  void showWaits(int run, const StateRows& state);
  void showConsole(int run, const StateRows& state);
  void choose(const Row& row);

  PlaybackController& m_playback;
  NowBox* m_now;
  QLabel* m_others;
  QWidget* m_body;
  QVBoxLayout* m_column;
  QWidget* m_runRow;
  Segmented* m_runs = nullptr;
  QHash<QString, Section*> m_sections;
  QStringList m_order;
  RowsView *m_ready, *m_timers, *m_variables, *m_objects, *m_threads, *m_warnings;
  HintsView* m_hints;
  std::vector<RowsView*> m_consoles;
  WaitView* m_waits;
  WaitModel* m_waitModel;
  const Theme* m_theme = nullptr;
  bool m_asking = false, m_hideQueue = false;
  QTimer m_refresh;  // several changes at once are one
};

}  // namespace loopline::ui
