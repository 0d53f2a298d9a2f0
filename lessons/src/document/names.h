// Which names a program gives to things and which it takes from elsewhere.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "script/syntax/tree.h"

namespace loopline::lessons {

using Names = std::set<std::string, std::less<>>;

struct Use {
  Names attributes;         ///< what is asked of it: `name.attribute`
  bool is_bare = false;     ///< it is used by itself, too
  bool is_awaited = false;  ///< called and awaited
};

struct ProgramNames {
  bool parsed = false;
  Names defines;                                            ///< names of the module, once it has run
  Names star_imports;                                       ///< modules of `from x import *`
  std::map<std::string, std::string, std::less<>> imports;  ///< name → the statement that imports it
  std::map<std::string, Use, std::less<>> now;    ///< taken while the module runs, before it defines them itself
  std::map<std::string, Use, std::less<>> later;  ///< taken by its functions, and not defined by the module
  bool awaits = false;                            ///< outside of functions
  bool only_defines = false;                      ///< functions, classes, imports, constants: nothing is called
};

ProgramNames names_in(const script::Tree& tree);
ProgramNames names_in(std::string_view code);

/// One of Python's built-in names.
bool is_builtin(std::string_view name);

}  // namespace loopline::lessons
