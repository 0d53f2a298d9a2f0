// Imports that a text takes for granted.
#pragma once

#include <optional>
#include <string>

#include "document/names.h"

namespace loopline::lessons {

/// The statement that a name gets in front, when nobody defines it but it is a module of the sandbox or a well-known
/// export of one: "import asyncio", "from aiohttp import ClientSession". `how` tells `time.sleep` from asyncio's, and
/// whether a word that is a module too ("queue", "string") is used as one.
std::optional<std::string> assumed_import(const std::string& name, const Use& how);

}  // namespace loopline::lessons
