# Writes OUTPUT, a C++ source that defines embedded_modules() with the FILES (a list joined by '|') below ROOT. Run at
# build time: cmake -DOUTPUT=x.cpp -DROOT=modules -DFILES=a.py|b.py -P embed.cmake
string(REPLACE "|" ";" files "${FILES}")
set(arrays "")
set(entries "")
set(count 0)
foreach(file IN LISTS files)
  file(RELATIVE_PATH name "${ROOT}" "${file}")
  string(REGEX REPLACE "(/__init__)?\\.py$" "" name "${name}")
  string(REPLACE "/" "." name "${name}")
  # A raw string: an array of characters costs the compiler a hundred times as much.
  file(READ "${file}" text)
  string(APPEND arrays "constexpr char module_${count}[] = R\"loopline(${text})loopline\";\n")
  string(APPEND entries "    {\"${name}\", {module_${count}, sizeof module_${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed.cmake.
#include \"embedded_modules.h\"

#include <array>

namespace loopline::world {
namespace {

${arrays}
constexpr std::array<EmbeddedModule, ${count}> modules{{
${entries}}};

}  // namespace

std::span<const EmbeddedModule> embedded_modules() { return modules; }

}  // namespace loopline::world
")
