# Runs check_layers over the tree in broken/ and compares what it says with broken.txt.
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_LIST_DIR}/broken -P ${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake
  ERROR_VARIABLE said RESULT_VARIABLE status)
file(READ ${CMAKE_CURRENT_LIST_DIR}/broken.txt expected)
string(REGEX REPLACE "CMake Error.*" "" said "${said}")
if(status EQUAL 0)
  message(FATAL_ERROR "the broken tree passed")
elseif(NOT said STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\nbut it said:\n${said}")
endif()
