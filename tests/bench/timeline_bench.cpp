// How fast is a frame of the timeline? A run of 50 tasks with as many events as wanted is panned, zoomed and stepped in
// a window of 1600×900.
//
//   timeline_bench EVENTS [elastic|time|steps]
//
// Prints what loading costs (build: the replay; comparison; scale) and, for the whole run and closer views, the mean
// and the slowest frame in milliseconds, of all threads together, and what the GUI thread has of it: panned, zoomed,
// stepped.
#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "long_run.h"
#include "measure.h"
#include "ui_model/fonts.h"
#include "ui_model/playhead.h"
#include "view/timeline_view.h"

using namespace loopline;

namespace {

struct Frames {
  double mean = 0, slowest = 0, gui = 0;
};

/// `next` changes something; the frame is painted when it returns.
template <class Next>
Frames measure(int count, Next next) {
  Frames frames;
  for (int i = 0; i < count; ++i) {
    const bench::Stopwatch watch;
    const auto before = bench::clock_now(CLOCK_THREAD_CPUTIME_ID);
    next(i);
    QApplication::processEvents();
    const double took = double(watch.cpu()) / 1e6;  // other programs are not counted
    frames.mean += took / count;
    frames.slowest = std::max(frames.slowest, took);
    frames.gui += double(bench::clock_now(CLOCK_THREAD_CPUTIME_ID) - before) / 1e6 / count;
  }
  return frames;
}

void mouse(QWidget* widget, QEvent::Type type, QPoint at) {
  const bool moves = type == QEvent::MouseMove;
  QMouseEvent event(type, at, widget->mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                    type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(widget, &event);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  ui::loadResources();
  const std::uint64_t events = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const ui::Axis axis = argc > 2 && std::strcmp(argv[2], "time") == 0    ? ui::Axis::time
                        : argc > 2 && std::strcmp(argv[2], "steps") == 0 ? ui::Axis::steps
                                                                         : ui::Axis::elastic;
  QElapsedTimer timer;
  trace::RunData data = bench::longRun(events);
  timer.start();
  auto replay = std::make_shared<const replay::Replay>(replay::Replay::build(std::move(data)).value());
  const double build = double(timer.nsecsElapsed()) / 1e6;
  timer.start();
  auto comparison =
      std::make_shared<const ui::Comparison>(std::vector<ui::ComparedRun>{{"long", "A long run", std::move(replay)}});
  const double compared = double(timer.nsecsElapsed()) / 1e6;
  timer.start();
  const ui::TimeScale scale(comparison, axis);
  const double scaled = double(timer.nsecsElapsed()) / 1e6;
  std::printf("events=%u build_ms=%.0f comparison_ms=%.0f scale_ms=%.0f\n", comparison->replay(0).event_count(), build,
              compared, scaled);

  ui::PlaybackController controller;
  ui::TimelineView view(controller);
  view.setAxis(axis);
  view.resize(1600, 900);
  view.show();
  timer.start();
  controller.setComparison(comparison);
  // The scale of a large run is made on another thread.
  while (view.viewEnd() < scale.length() / 2 && timer.elapsed() < 60'000) {
    QApplication::processEvents(QEventLoop::AllEvents, 5);
  }
  QApplication::processEvents();
  std::printf("show_ms=%.0f\n", double(timer.nsecsElapsed()) / 1e6);
  QWidget* target = view.childAt(800, 450);
  for (const int zooms : {0, 3, 10, 20, 30}) {
    view.fit();
    for (int i = 0; i < zooms; ++i) view.zoomIn();
    QApplication::processEvents();
    mouse(target, QEvent::MouseButtonPress, {800, 450});
    const Frames pan = measure(120, [&](int i) { mouse(target, QEvent::MouseMove, {800 + (i % 40 - 20) * 7, 450}); });
    mouse(target, QEvent::MouseButtonRelease, {800, 450});
    const Frames zoom = measure(40, [&](int i) { i % 2 == 0 ? view.zoomIn() : view.zoomOut(); });
    const ui::Position middle = scale.positionAt((view.viewBegin() + view.viewEnd()) / 2);
    controller.setPosition(middle);
    const std::size_t stop = comparison->stopAt(replay::Granularity::event, middle);
    const Frames step = measure(120, [&](int i) {
      controller.setPosition(comparison->stop(replay::Granularity::event, stop + std::size_t(i % 5)));
    });
    std::printf("zoom=%d", zooms);
    for (const auto& [name, frames] : {std::pair("pan", pan), std::pair("zoom", zoom), std::pair("step", step)}) {
      std::printf(" %s_ms=%.2f slowest_ms=%.2f gui_ms=%.2f", name, frames.mean, frames.slowest, frames.gui);
    }
    std::printf("\n");
  }
  view.fit();
  QApplication::processEvents();
  view.grab().save(QStringLiteral("timeline_bench.png"));
  return 0;
}
