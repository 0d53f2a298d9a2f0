// Short phrases for what people read: waits, slices, times.
#pragma once

#include <string>
#include <string_view>

#include "run_index.h"
#include "trace/event.h"

namespace loopline::replay {

/// A duration without trailing zeros, as in code: "2", "0.1".
std::string duration_text(std::int64_t nanoseconds);
/// What a wait that began at `since` is called: "sleep(2)", "Task-2", "lock", "gather of 2" …
std::string describe_wait(const RunIndex& index, const trace::Awaited& awaited, Moment since);
/// What an object is called: its label, else its type.
std::string describe_object(const RunIndex& index, std::uint32_t object);
/// The call that a task is: "say('world', 2)", "main()".
std::string describe_call(const RunIndex& index, std::uint32_t task);
std::string describe_slice(const RunIndex& index, LaneIndex lane, std::size_t slice);

/// Whether a label says no more than the type: "Lock" of a lock.
bool is_plain_label(std::string_view label, trace::ObjectType type) noexcept;
std::string_view type_name(trace::ObjectType type) noexcept;
std::string_view kind_name(trace::AwaitKind kind) noexcept;

}  // namespace loopline::replay
