// The data of bytes-like values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "script/vm.h"

namespace loopline::script {

/// The data of bytes and bytearrays (and of instances of classes that derive from them); valid while nobody changes it.
std::optional<std::string_view> bytes_view_of(const Value& value) noexcept;

/// A copy of the data of a bytes-like value or of what its __bytes__ gives. nullopt without an error: it is none.
std::optional<std::string> bytes_like(Vm& vm, const Value& value);

/// bytes(object) for what is bytes-like or an iterable of integers; nullopt after raising.
std::optional<std::string> bytes_from_object(Vm& vm, const Value& value);

}  // namespace loopline::script
