// Where everybody looks: the comparison that is shown, the one position in it, how steps are counted, what is selected.
// Every view listens to this and none keeps a copy of its own.
#pragma once

#include <QElapsedTimer>
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
  /// What playing counts in: steps of the chosen granularity, or seconds of the run's own time.
  enum class Pace : std::uint8_t { steps, seconds };
  /// Seconds of the run a second.
  static constexpr std::array kRates{0.1, 0.25, 0.5, 1.0, 2.0, 10.0};

  explicit PlaybackController(QObject* parent = nullptr);

  /// Shared with the views, pictures and pool threads that read it; null: nothing is shown.
  const std::shared_ptr<const Comparison>& comparison() const { return m_comparison; }
  /// Goes to its start and forgets the selection, unless told where to go.
  void setComparison(std::shared_ptr<const Comparison> comparison, Position at = {});

  Position position() const { return m_position; }
  /// Of a run; its start when there is none.
  replay::Moment moment(int run) const;
  int runCount() const;

  /// What was set, or lines where a run has no such stops.
  replay::Granularity granularity() const { return m_granularity; }
  /// The stop at or before the position, and how many there are; 0 and 0 when nothing is shown.
  std::size_t stopIndex() const { return stopIndex(m_granularity); }
  std::size_t stopCount() const { return stopCount(m_granularity); }
  std::size_t stopIndex(replay::Granularity granularity) const;
  std::size_t stopCount(replay::Granularity granularity) const;
  bool atStart() const;
  bool atEnd() const;

  bool isPlaying() const { return m_timer.isActive(); }
  Pace pace() const { return m_pace; }
  /// Steps, or seconds of the run, a second: as the pace says.
  double speed() const { return m_pace == Pace::steps ? m_speed : m_rate; }

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
  /// Plays in seconds of the run, `rate` of them a second.
  void setRate(double rate);
  /// After all that happens at a time, in every run.
  void goToTime(std::int64_t nanoseconds);
  void goToEvent(int run, loopline::replay::EventIndex event);
  /// The next (or, backwards, the newest earlier) moment at which a line runs or a task gets its turn. False: there is
  /// none on that side of the playhead; nothing has moved, and notThere() says so.
  bool runToLine(int run, std::uint32_t line, int direction = 1);
  bool runToStepOf(int run, loopline::replay::ObjectId task, int direction = 1);
  /// The same for a lane: a greenlet, a thread, a loop.
  bool runToTurnOf(int run, loopline::replay::LaneIndex lane, int direction = 1);
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
  void speedChanged(double speed);
  /// What was asked for does not happen there; for people.
  void notThere(const QString& why);
  void rangeChanged();

 private:
  void tick();
  void tickSeconds();
  void chooseGranularity();
  void restartClock();
  bool goToFound(int run, std::optional<replay::EventIndex> event, const QString& whyNot);
  void follow();
  void focus(int run);

  std::shared_ptr<const Comparison> m_comparison;
  Position m_position = {};
  replay::Granularity m_wanted = replay::Granularity::step;
  replay::Granularity m_granularity = m_wanted;
  Pace m_pace = Pace::steps;
  double m_speed = 1.0, m_rate = 1.0;
  Selection m_selection;
  std::optional<Range> m_range;
  int m_focus = 0;
  bool m_pinned = false;
  QTimer m_timer;
  QElapsedTimer m_clock;  // since playing by seconds went on from m_clockFrom
  std::int64_t m_clockFrom = 0;
  bool m_ticking = false;
};

}  // namespace loopline::ui
