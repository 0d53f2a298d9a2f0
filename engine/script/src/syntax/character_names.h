// The characters that `\N{...}` names.
#pragma once

#include <optional>
#include <string_view>

namespace loopline::script {

/// In any case, as Python has it. Nothing for a name that is not in the table.
std::optional<char32_t> character_named(std::string_view name);

/// The name begins as those of ancient scripts do, which the table leaves out: it may be right.
bool is_name_left_out(std::string_view name);

namespace names_of_characters {

/// Written by tools/make_character_names.py, which says how.
extern const std::string_view words;
extern const std::string_view names;
extern const std::string_view digits;
extern const std::string_view left_out;

}  // namespace names_of_characters

}  // namespace loopline::script
