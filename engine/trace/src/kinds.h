// All kinds of event in one table: what the file's `kind` table and the view `events` are made from.
#pragma once

#include <span>
#include <string_view>

#include "trace/event.h"

namespace loopline::trace {

struct KindRow {
  Kind kind;
  std::string_view name;
  char text;  ///< the column that holds its main text ('a', 'b' or 'c'); 0: it has none
};

/// Every kind but none, in order of its number.
std::span<const KindRow> kind_rows() noexcept;

}  // namespace loopline::trace
