// What is done with a recording as a whole: copying it, keeping a person's notes and a viewer's derived columns in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "trace/result.h"
#include "trace/tables.h"

namespace loopline::trace {

/// Copies a recording, also one that is still being written or was killed, as a single finished-looking file. `to` is
/// replaced only if `overwrite`, and only by a complete copy: a failure leaves it as it was.
Status save_copy(const std::filesystem::path& from, const std::filesystem::path& to, bool overwrite = false);

/// Adds (id 0) or changes a note; gives its id.
Result<std::int64_t> save_annotation(const std::filesystem::path& path, const Annotation& annotation);
Status remove_annotation(const std::filesystem::path& path, std::int64_t id);

/// A piece of what a viewer derived from a run, to be kept in the table `derived`.
struct DerivedPart {
  std::string_view kind;
  std::span<const std::uint8_t> data;
};
/// Replaces everything derived of `run`.
Status save_derived(const std::filesystem::path& path, RunId run, std::int64_t version,
                    std::span<const DerivedPart> parts);

}  // namespace loopline::trace
