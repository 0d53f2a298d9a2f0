// Where everybody looks: the comparison that is shown, the one position in it, how steps are counted, what is selected.
// Every view listens to this and none keeps a copy of its own.
#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "replay/stops.h"
#include "ui_model/comparison.h"
#include "ui_model/selection.h"

namespace loopline::ui {

class PlaybackController : public QObject {
  Q_OBJECT

 public:
  /// What people step by, coarse ones last. Single events are for the keyboard list's experts.
  static constexpr std::array kGranularities{replay::Granularity::line, replay::Granularity::step,
                                             replay::Granularity::turn, replay::Granularity::print,
                                             replay::Granularity::cue};
  /// Steps a second.
  static constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 4.0, 10.0, 30.0};

  explicit PlaybackController(QObject* parent = nullptr);

  /// Shared with the views, pictures and pool threads that read it; null: nothing is shown.
  const std::shared_ptr<const Comparison>& comparison() const { return m_comparison; }
  /// Goes to its start and forgets the selection, unless told where to go.
  void setComparison(std::shared_ptr<const Comparison> comparison, Position at = {});

  Position position() const { return m_position; }
  /// Of a run; its start when there is none.
  replay::Moment moment(int run) const;
  int runCount() const;

  replay::Granularity granularity() const { return m_granularity; }
  /// The stop at or before the position, and how many there are; 0 and 0 when nothing is shown.
  std::size_t stopIndex() const { return stopIndex(m_granularity); }
  std::size_t stopCount() const { return stopCount(m_granularity); }
  std::size_t stopIndex(replay::Granularity granularity) const;
  std::size_t stopCount(replay::Granularity granularity) const;
  bool atStart() const;
  bool atEnd() const;

  bool isPlaying() const { return m_timer.isActive(); }
  double speed() const { return m_speed; }

  const Selection& selection() const { return m_selection; }
  /// The run whose state the panels show: the one that was asked for or is selected, else the one in which the newest
  /// step happened.
  int focusRun() const { return m_focus; }
  /// Whether a step at the chosen granularity happened in a run at just this position.
  bool stepsHere(int run) const;

  /// A stretch that somebody marked, to look at what happened within it; its begin is before its end.
  using Range = std::pair<Position, Position>;
  const std::optional<Range>& range() const { return m_range; }

 public slots:
  void setPosition(loopline::ui::Position position);
  void first();
  void back();
  void forward();
  void last();
  void play();
  void pause();
  void togglePlaying();
  /// The next or previous stop at a granularity that need not be the chosen one.
  void step(loopline::replay::Granularity granularity, int direction);
  /// By a share of all stops: 0.1 is a tenth onwards.
  void jump(double share);
  void goToStop(std::size_t index);
  void setGranularity(loopline::replay::Granularity granularity);
  void setSpeed(double stepsASecond);
  void select(const loopline::ui::Selection& selection);
  void clearSelection();
  /// Shows a run's state whatever happens in the others, until the selection is cleared.
  void pinFocus(int run);
  /// In any order; an empty stretch is none.
  void setRange(loopline::ui::Position from, loopline::ui::Position to);
  void clearRange();

 signals:
  void comparisonChanged();
  void positionChanged(loopline::ui::Position position);
  void selectionChanged(const loopline::ui::Selection& selection);
  void focusRunChanged(int run);
  void granularityChanged(loopline::replay::Granularity granularity);
  void playingChanged(bool playing);
  void speedChanged(double stepsASecond);
  void rangeChanged();

 private:
  void tick();
  void follow();
  void focus(int run);

  std::shared_ptr<const Comparison> m_comparison;
  Position m_position = {};
  replay::Granularity m_granularity = replay::Granularity::step;
  double m_speed = 1.0;
  Selection m_selection;
  std::optional<Range> m_range;
  int m_focus = 0;
  bool m_pinned = false;
  QTimer m_timer;
};

}  // namespace loopline::ui
