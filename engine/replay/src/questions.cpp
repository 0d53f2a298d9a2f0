#include "replay/questions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "replay/replay.h"
#include "time_math.h"

namespace loopline::replay {
namespace {

using trace::Event;

constexpr std::size_t kChoices = 4;

// A fixed shuffle: the same run and moment give the same choices in the same order, which says nothing about the
// answer.
std::uint64_t scatter(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a + 1) * 0x9E3779B97F4A7C15u ^ (b + 1) * 0xC2B2AE3D27D4EB4Fu;
  x ^= x >> 31;
  x *= 0xBF58476D1CE4E5B9u;
  return x ^ x >> 29;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001B3u;
  return hash;
}

// The lines printed, complete ones, with their events.
struct Print {
  EventIndex event;
  std::string text;
};
Print print_at(const Replay& replay, EventIndex event) {
  return {event, std::string(replay.data().strings[static_cast<StringId>(replay.event(event).a)])};
}
std::span<const EventIndex> prints(const Replay& replay) { return replay.timeline().instants(InstantKind::print); }

// Puts the right answer among the others: at most kChoices, all different, in the order of their hashes.
std::optional<Question> choose(Question question, const std::string& right, const std::vector<std::string>& others) {
  std::set<std::string> different{right};
  question.choices = {right};
  for (const std::string& other : others) {
    if (question.choices.size() < kChoices && different.insert(other).second) question.choices.push_back(other);
  }
  if (question.choices.size() < 2) return std::nullopt;
  const std::uint64_t salt = question.at.event;
  std::ranges::sort(question.choices, {},
                    [salt](const std::string& text) { return std::pair(scatter(hash_of(text), salt), text); });
  question.answer = static_cast<std::size_t>(std::ranges::find(question.choices, right) - question.choices.begin());
  return question;
}

std::vector<std::string> in_order(std::vector<std::pair<std::uint64_t, std::string>> scattered) {
  std::ranges::sort(scattered);
  std::vector<std::string> names;
  names.reserve(scattered.size());
  for (auto& [order, name] : scattered) names.push_back(std::move(name));
  return names;
}

// The name of who runs after a step begins.
std::string runner_of(const Replay& replay, EventIndex step) {
  const Event event = replay.event(step);
  if (event.kind != trace::Kind::thread_switched) return std::string(replay.task_name(event.task, replay.after(step)));
  const LaneIndex lane = replay.timeline().lane_of_thread(static_cast<ThreadId>(event.a));
  return lane == kNoLane ? std::string() : std::string(replay.timeline().lanes()[lane].name);
}

// Where it is good to ask who runs next: the callback with which the hub switches would tell.
EventIndex before_step(const Replay& replay, EventIndex step) {
  const bool greenlet = replay.event(step).kind == trace::Kind::thread_switched;
  return step - (greenlet && step > 1 && replay.event(step - 1).kind == trace::Kind::callback_begin ? 2 : 1);
}

// ---- the questions

// Of live greenlets, the hub excepted, since it runs between any two: those that have begun can be named.
std::vector<LaneIndex> greenlets_at(const Replay& replay, Moment at, LaneIndex next) {
  const std::span<const Lane> lanes = replay.timeline().lanes();
  const LaneIndex host = lanes[next].parent == kNoLane ? next : lanes[next].parent;
  std::vector<LaneIndex> greenlets;
  for (LaneIndex lane = 0; lane < lanes.size(); ++lane) {
    const bool own = lane == host || (lanes[lane].kind == LaneKind::thread && lanes[lane].parent == host);
    if (own && !lanes[lane].hub && lanes[lane].begin <= at && at < lanes[lane].end) greenlets.push_back(lane);
  }
  return greenlets;
}

std::optional<Question> ask_next_greenlet(const Replay& replay, Moment at, EventIndex step) {
  const LaneIndex right = replay.timeline().lane_of_thread(static_cast<ThreadId>(replay.event(step).a));
  if (right == kNoLane) return std::nullopt;
  const std::span<const Lane> lanes = replay.timeline().lanes();
  const std::vector<LaneIndex> all = greenlets_at(replay, at, right);
  if (std::ranges::find(all, right) == all.end()) return std::nullopt;
  std::vector<std::pair<std::uint64_t, std::string>> others;
  for (const LaneIndex lane : all) {
    if (lane != right) others.emplace_back(scatter(at.event, lane), lanes[lane].name);
  }
  return choose({.ask = Ask::next_task, .at = at, .revealed = replay.after(step), .greenlets = true},
                std::string(lanes[right].name), in_order(std::move(others)));
}

std::optional<Question> ask_next_task(const Replay& replay, Moment at) {
  const std::optional<EventIndex> step = replay.next_step(at.event);
  if (!step) return std::nullopt;
  if (replay.event(*step).kind == trace::Kind::thread_switched) return ask_next_greenlet(replay, at, *step);
  const ObjectId right = replay.event(*step).task;
  std::vector<std::pair<std::uint64_t, std::string>> others;
  bool known = false;
  for (const TaskState& task : replay.state_at(at, {.ended_tasks = false, .changes = false}).tasks) {
    known |= task.task == right;
    if (task.task != right) others.emplace_back(scatter(at.event, task.task), task.name);
  }
  if (!known) return std::nullopt;  // it is yet to be made: nobody could name it
  return choose({.ask = Ask::next_task, .at = at, .revealed = replay.after(*step)},
                std::string(replay.task_name(right, at)), in_order(std::move(others)));
}

// Wrong answers are lines that are printed at another time: near ones first.
std::vector<std::string> other_lines(const Replay& replay, EventIndex right) {
  const std::span<const EventIndex> all = prints(replay);
  const auto place = static_cast<std::size_t>(std::ranges::lower_bound(all, right) - all.begin());
  std::vector<std::string> lines;
  for (std::size_t distance = 1; distance < all.size() && distance <= 20; ++distance) {
    if (place + distance < all.size()) lines.push_back(print_at(replay, all[place + distance]).text);
    if (place >= distance) lines.push_back(print_at(replay, all[place - distance]).text);
  }
  return lines;
}

std::optional<Question> ask_print(const Replay& replay, Ask ask, Moment at, EventIndex print) {
  return choose({.ask = ask, .at = at, .revealed = replay.after(print)}, print_at(replay, print).text,
                other_lines(replay, print));
}

std::optional<Question> ask_next_print(const Replay& replay, Moment at) {
  const std::span<const EventIndex> all = prints(replay);
  const auto next = std::ranges::upper_bound(all, at.event);
  return next == all.end() ? std::nullopt : ask_print(replay, Ask::next_print, at, *next);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) (text += text.empty() ? "" : "\n") += line;
  return text;
}

std::optional<Question> ask_print_order(const Replay& replay) {
  std::vector<std::string> lines;
  std::set<std::string> different;
  EventIndex last = 0;
  for (const EventIndex print : prints(replay)) {
    const std::string text = print_at(replay, print).text;
    if (lines.size() == kChoices || !different.insert(text).second) break;
    lines.push_back(text);
    last = print;
  }
  if (lines.size() < 2) return std::nullopt;
  std::vector<std::string> others, order = lines;
  std::ranges::sort(order);
  do {
    if (order != lines) others.push_back(joined(order));
  } while (std::ranges::next_permutation(order).found);
  std::ranges::sort(others, {}, [](const std::string& text) { return std::pair(hash_of(text), text); });
  return choose({.ask = Ask::print_order, .at = replay.start(), .revealed = replay.after(last)}, joined(lines), others);
}

// Wrong times are those that common mistakes lead to: all waits one after another, only the longest, twice, half.
std::optional<Question> ask_end_time(const Replay& replay, Moment at) {
  const Moment end = replay.own_end();
  if (at >= end) return std::nullopt;
  std::int64_t sum = 0, longest = 0;
  const Timeline& timeline = replay.timeline();
  for (LaneIndex lane = 0; lane < timeline.lanes().size(); ++lane) {
    if (timeline.lanes()[lane].kind != LaneKind::task) continue;
    const Track track = timeline.track(lane);
    for (std::size_t slice = 0; slice < track.size(); ++slice) {
      const Event cause = replay.event(track.cause[slice]);
      std::int64_t time = 0;
      if (track.state[slice] == State::blocking) time = cause.a;
      if (track.state[slice] == State::waiting && trace::awaited_of(cause).kind == trace::AwaitKind::sleep) {
        time = minus(cause.c, cause.time);
      }
      sum = plus(sum, time);
      longest = std::max(longest, time);
    }
  }
  std::vector<std::string> others;
  for (const std::int64_t time :
       {sum, longest, plus(end.time, end.time), end.time / 2, plus(end.time, 1'000'000'000)}) {
    others.push_back(seconds_text(time));
  }
  return choose({.ask = Ask::end_time, .at = at, .revealed = end}, seconds_text(end.time), others);
}

// Where it is good to ask what a print will say: before the step in which it happens.
Moment before_step_of(const Replay& replay, EventIndex print, EventIndex after) {
  const std::optional<EventIndex> step = replay.previous_step(print);
  if (step && *step > after) return replay.after(*step - 1);
  return replay.after(std::max(print - 1, after));
}

}  // namespace

std::optional<Question> question(const Replay& replay, Ask ask, Moment at) {
  const std::span<const EventIndex> all = prints(replay);
  switch (ask) {
    case Ask::next_task: return ask_next_task(replay, at);
    case Ask::next_print: return ask_next_print(replay, at);
    case Ask::end_time: return ask_end_time(replay, at);
    case Ask::first_print: return all.empty() ? std::nullopt : ask_print(replay, ask, replay.start(), all.front());
    case Ask::last_print: return all.empty() ? std::nullopt : ask_print(replay, ask, replay.start(), all.back());
    case Ask::print_order: return ask_print_order(replay);
    case Ask::first_to_end: return std::nullopt;  // needs two runs: which_ends_first()
  }
  return std::nullopt;
}

std::optional<Question> next_question(const Replay& replay, Ask ask, Moment at) {
  if (ask == Ask::next_task) {
    for (auto step = replay.next_step(at.event); step; step = replay.next_step(*step)) {
      const EventIndex asked = std::max(before_step(replay, *step), at.event);
      if (auto found = question(replay, ask, replay.after(asked))) return found;
    }
    return std::nullopt;
  }
  if (ask == Ask::next_print) {
    const std::span<const EventIndex> all = prints(replay);
    for (auto print = std::ranges::upper_bound(all, at.event); print != all.end(); ++print) {
      const EventIndex earliest = print == all.begin() ? at.event : std::max(at.event, *std::prev(print));
      if (auto found = question(replay, ask, before_step_of(replay, *print, earliest))) return found;
    }
    return std::nullopt;
  }
  return question(replay, ask, at);
}

std::optional<Question> which_ends_first(const Replay& a, const Replay& b, const std::string& name_a,
                                         const std::string& name_b, const std::string& together) {
  if (name_a == name_b || name_a == together || name_b == together) return std::nullopt;
  const std::string end_a = seconds_text(a.own_end().time), end_b = seconds_text(b.own_end().time);
  Question question{.ask = Ask::first_to_end, .revealed = a.own_end()};
  question.choices = {name_a, name_b, together};
  question.answer = end_a == end_b ? 2 : a.own_end().time < b.own_end().time ? 0 : 1;
  return question;
}

std::optional<std::string> answer_about(const Replay& replay, std::string_view about, Moment at) {
  const std::span<const EventIndex> all = prints(replay);
  if (about == "end-time") return seconds_text(replay.own_end().time);
  if (about == "next-task") {
    const std::optional<EventIndex> step = replay.next_step(at.event);
    if (!step) return std::nullopt;
    return runner_of(replay, *step);
  }
  if (all.empty()) return std::nullopt;
  if (about == "first-print") return print_at(replay, all.front()).text;
  if (about == "last-print") return print_at(replay, all.back()).text;
  if (about != "print-order") return std::nullopt;
  std::vector<std::string> lines;
  for (const EventIndex print : all) lines.push_back(print_at(replay, print).text);
  return joined(lines);
}

}  // namespace loopline::replay
