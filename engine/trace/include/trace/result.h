// What opening, reading and writing recordings return: a value, or an error that says what, where and what to do.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace loopline::trace {

enum class ErrorCode : std::uint8_t {
  cannot_open,      ///< no such file, no permission, a folder …
  already_exists,   ///< nothing is overwritten without being asked to
  not_a_recording,  ///< an ordinary file, or some other program's database
  newer_version,    ///< made by a later Loopline with another format
  damaged,          ///< truncated or altered
  no_such_run,
  cannot_write,  ///< disk full, no permission, quota …
  busy,          ///< somebody else is writing
  too_large,     ///< more events than a replay can number
};

struct Error {
  ErrorCode code = ErrorCode::cannot_open;
  std::string message;  ///< one or two sentences for people; names the file
};

/// A value or an Error. value() and error() must be asked for only when they are there.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  bool ok() const noexcept { return m_state.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  T& value() & { return assert(ok()), std::get<0>(m_state); }
  const T& value() const& { return assert(ok()), std::get<0>(m_state); }
  T&& value() && { return assert(ok()), std::get<0>(std::move(m_state)); }
  const Error& error() const { return assert(!ok()), std::get<1>(m_state); }

 private:
  std::variant<T, Error> m_state;
};

/// The same for what has no value.
struct Done {};
using Status = Result<Done>;

}  // namespace loopline::trace
