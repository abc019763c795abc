from ironstride.ui import menu

menu.show()
